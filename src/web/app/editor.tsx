import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { localText } from '#contract/enos/string-i18n.ts'
import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Card } from '../ui/card.tsx'
import type { ControlSearch } from './control-search.ts'
import { EditorWaiting } from './editor-waiting.tsx'
import { fetchSendingParts, LateSetPoint, lateSendingParts } from './late-parts.tsx'
import { useSession } from './session-context.ts'
import { type ChosenDevice, useChosenPoint } from './use-chosen-device.ts'
import { useLateWords } from './words.tsx'

interface EditorProps {
  chosen: ChosenDevice | null
  search: ControlSearch
  onFindPoint: () => void
}

/** The editor of the chosen point; before one is chosen, what comes here. */
export function Editor({ chosen, search, onFindPoint }: EditorProps) {
  const { point: text, shell, enosLocale } = useText()
  const { gateway, clockOffset } = useSession()
  const client = useQueryClient()
  const [isSendingDue, setSendingDue] = useState(false)
  useLateWords(isSendingDue)
  const fetchParts = useCallback(() => {
    fetchSendingParts(client)
    setSendingDue(true)
  }, [client])
  const { orgId } = gateway
  const pointId = search.point ?? ''
  const { point, latest, isPending } = useChosenPoint(orgId, chosen, pointId)
  const deviceName = chosen ? localText(chosen.device.deviceName, enosLocale) : ''
  const pointName = (point && localText(point.name, enosLocale)) || pointId
  const title = <title>{[pointName, deviceName, shell.productName].filter(Boolean).join(' · ')}</title>
  if (!chosen || pointId === '') {
    return (
      <Card label={text.chooseTitle}>
        {title}
        <Blank icon="edit" title={text.chooseTitle}>
          {text.choose}
        </Blank>
      </Card>
    )
  }
  if (isPending) return <EditorWaiting />
  const { assetId, productKey, deviceKey } = chosen.device
  return (
    <>
      {title}
      <LateSetPoint
        // A draft belongs to one point of one device.
        key={[assetId, productKey, deviceKey, pointId].join('\n')}
        orgId={orgId}
        device={chosen.device}
        point={point}
        measurepointId={pointId}
        latest={latest}
        prefill={{ value: search.value, ttl: search.ttl, timeout: search.timeout }}
        clockOffset={clockOffset}
        onFindPoint={onFindPoint}
        parts={lateSendingParts}
        onPartsDue={fetchParts}
      />
    </>
  )
}
