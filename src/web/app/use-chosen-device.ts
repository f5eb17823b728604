import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { Device, DeviceSelector } from '#contract/enos/device.ts'
import type { LatestValue } from '#contract/enos/latest-value.ts'
import { deviceQuery, devicesQuery, latestQuery, modelQuery, sessionQuery } from '../api/queries.ts'
import { deviceOfIds, isNamedBy, selectorOf } from './chosen-device.ts'
import { readControlSearch } from './control-search.ts'
import { chooseGateway } from './gateway-choice.ts'

/** The chosen device: as the list has it at once, then as asked for by itself. */
export interface ChosenDevice {
  device: Device
  /** False where the look-ups do not show it. */
  known: boolean
  /** Why not. */
  error: Error | null
}

const noDevice: DeviceSelector = {}

/** null while it is not known whether the look-ups show it. */
export function useChosenDevice(orgId: string, selector: DeviceSelector | null): ChosenDevice | null {
  // As far as the list has them: it alone asks for all.
  const { data: devices } = useQuery({ ...devicesQuery(orgId), enabled: false })
  const one = useQuery({ ...deviceQuery(orgId, selector ?? noDevice), enabled: selector !== null })
  const listed = selector && devices?.find((device) => isNamedBy(device, selector))
  const device = one.data ?? listed
  const { error } = one
  return useMemo(() => {
    if (!selector) return null
    if (device) return { device, known: true, error: null }
    return error ? { device: deviceOfIds(selector), known: false, error } : null
  }, [selector, device, error])
}

/** Asks for the device that the address names as soon as it is known who looks; what it leads to comes of itself. */
export async function readChosen(client: QueryClient): Promise<void> {
  const selector = selectorOf(readControlSearch(location.search))
  if (!selector) return
  // That nobody is signed in is for the session's gate to tell.
  const session = await client.fetchQuery(sessionQuery()).catch(() => null)
  const choice = session && chooseGateway(session.gateways, location.pathname)
  if (choice?.kind === 'chosen') await client.prefetchQuery(deviceQuery(choice.gateway.orgId, selector))
}

/** Asks for the points of the chosen device and their values while nothing of it is drawn yet. */
export function useReadAhead(orgId: string, chosen: ChosenDevice | null): void {
  const client = useQueryClient()
  const { assetId = '', modelId = '' } = chosen?.known ? chosen.device : {}
  useEffect(() => {
    if (!assetId) return
    void client.prefetchQuery(modelQuery(orgId, modelId))
    void client.prefetchQuery(latestQuery(orgId, { assetId }))
  }, [client, orgId, assetId, modelId])
}

/** The definition of the chosen point and what the device last reported for it. */
export function useChosenPoint(orgId: string, chosen: ChosenDevice | null, pointId: string) {
  const modelId = chosen?.device.modelId ?? ''
  const assetId = chosen?.device.assetId ?? ''
  const enabled = chosen?.known === true && pointId !== ''
  const model = useQuery({ ...modelQuery(orgId, modelId), enabled })
  // Of thousands only its own: another value draws nothing anew.
  const select = useCallback((values: LatestValue[]) => values.find(({ id }) => id === pointId), [pointId])
  const { data: latest } = useQuery({ ...latestQuery(orgId, { assetId }), enabled, select })
  return {
    point: model.data?.measurepoints[pointId] ?? null,
    latest,
    /** Whether it is still being asked what kind of point this is. */
    isPending: enabled && model.isPending,
  }
}
