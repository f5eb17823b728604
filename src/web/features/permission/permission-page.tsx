import { useQuery } from '@tanstack/react-query'
import type { DeviceSelector } from '#contract/enos/device.ts'
import { localText } from '#contract/enos/string-i18n.ts'
import type { Person } from '#contract/panel/session.ts'
import { deviceQuery, modelQuery, permissionToSetQuery } from '../../api/queries.ts'
import { useText } from '../../text/text-context.ts'
import { Blank } from '../../ui/blank.tsx'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { controlHref } from '../../ui/links.ts'
import { LoadError } from '../../ui/load-error.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import pageStyles from '../../ui/page.module.css'
import { unitText } from '../../ui/unit-text.ts'
import { PermissionCards } from './permission-cards.tsx'
import styles from './permission-page.module.css'

interface PermissionPageProps {
  orgId: string
  device: DeviceSelector
  /** Empty where the address names none. */
  measurepointId: string
  person: Person
}

/** For one person, device and point: each check, what a send asks for, the limits, and whom to ask. */
export function PermissionPage({ orgId, device, measurepointId, person }: PermissionPageProps) {
  const { permissionPage: words, enosLocale } = useText()
  const isNamed = measurepointId !== '' && Object.values(device).some(Boolean)
  const query = useQuery({ ...permissionToSetQuery(orgId, device, measurepointId), enabled: isNamed })
  const found = useQuery({ ...deviceQuery(orgId, device), enabled: isNamed, refetchInterval: false })
  const modelId = found.data?.modelId ?? ''
  const model = useQuery({ ...modelQuery(orgId, modelId), enabled: modelId !== '' })
  const point = model.data?.measurepoints[measurepointId]
  const names = {
    device: (found.data && localText(found.data.deviceName, enosLocale)) || device.assetId || device.deviceKey || '',
    point: (point && localText(point.name, enosLocale)) || measurepointId,
  }
  return (
    <div className={pageStyles.page}>
      <header className={styles.head}>
        <LinkButton kind="quiet" icon="undo" href={controlHref({ ...device, point: measurepointId })}>
          {words.back}
        </LinkButton>
        <h1 className={pageStyles.title}>{words.title}</h1>
      </header>
      {!isNamed && (
        <Card label={words.noPointTitle}>
          <Blank icon="search" title={words.noPointTitle}>
            {words.noPoint}
          </Blank>
        </Card>
      )}
      {isNamed && !query.data && (
        <Card label={words.title}>
          {query.error ? (
            <LoadError title={words.loadFailed} error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingRows count={5} />
          )}
        </Card>
      )}
      {query.data && (
        <PermissionCards
          permission={query.data}
          person={person}
          names={names}
          ids={[device.assetId, device.productKey, device.deviceKey, measurepointId]}
          unit={unitText(point?.unit ?? null)}
        />
      )}
    </div>
  )
}
