import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeviceSelector } from '#contract/enos/device.ts'
import { type OperationFilter, operationsQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { historyHref } from '../../ui/links.ts'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { ToggleChip } from '../../ui/toggle-chip.tsx'
import { LiveChip } from './live-chip.tsx'
import { OperationList } from './operation-list.tsx'
import styles from './operations-panel.module.css'

/** As many as fit under the control screen; the rest is in the history. */
const latest = 10

/** The device as the history names it in its URL. */
const inUrl = ({ assetId, productKey, deviceKey }: DeviceSelector): Record<string, string> =>
  assetId ? { asset: assetId } : productKey && deviceKey ? { pk: productKey, dk: deviceKey } : {}

/** The device as the proxy is asked for its operations. */
const ofDevice = ({ assetId, productKey, deviceKey }: DeviceSelector): OperationFilter =>
  assetId ? { assetId } : { productKey, deviceKey }

/** The latest operations of the chosen device, or of all. */
export function OperationsPanel({ orgId, device }: { orgId: string; device: DeviceSelector | null }) {
  const { panel } = useText().operations
  const [wanted, setWanted] = useState(true)
  const onlyThis = wanted && device !== null
  const query = useInfiniteQuery(operationsQuery(onlyThis ? ofDevice(device) : {}, latest))
  const operations = query.data?.pages[0]?.items ?? []

  const content = () => {
    // Rows of the device chosen before must not stand under the name of this one.
    if (query.isPending || query.isPlaceholderData) return <LoadingRows count={3} />
    if (query.isError && !query.data) {
      return <LoadError title={panel.loadFailed} error={query.error} onRetry={() => void query.refetch()} />
    }
    if (operations.length === 0) {
      return (
        <Blank icon="history" title={panel.emptyTitle}>
          {onlyThis ? panel.empty : panel.emptyAll}
        </Blank>
      )
    }
    return <OperationList orgId={orgId} operations={operations} showDevice={!onlyThis} className={styles.rows} />
  }

  return (
    <Card
      title={panel.title}
      actions={
        <>
          {device && (
            <ToggleChip pressed={onlyThis} onPress={setWanted}>
              {panel.thisDevice}
            </ToggleChip>
          )}
          <LiveChip time={query.dataUpdatedAt} />
          <LinkButton
            kind="quiet"
            icon="history"
            className={styles.history}
            href={historyHref(onlyThis ? inUrl(device) : {})}
          >
            {onlyThis ? panel.allOfDevice : panel.all}
          </LinkButton>
        </>
      }
    >
      {content()}
    </Card>
  )
}
