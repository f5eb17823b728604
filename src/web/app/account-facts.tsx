import { useQuery } from '@tanstack/react-query'
import { localText } from '#contract/enos/string-i18n.ts'
import { assetsQuery } from '../api/assets-query.ts'
import { useText } from '../text/text-context.ts'
import { Notice } from '../ui/notice.tsx'
import { untilText } from '../ui/time-text.ts'
import { useNow } from '../ui/use-now.ts'
import styles from './account.module.css'
import { givenName } from './given-name.ts'
import { useSession } from './session-context.ts'

/** Everything that the session says, in words. */
export function AccountFacts() {
  const { account: text, shell, locale, enosLocale } = useText()
  const { session, gateway } = useSession()
  const { person, signIn, version } = session
  const now = useNow(60_000)
  const isLimited = person.assetIds.length > 0
  const { data: assets } = useQuery({ ...assetsQuery(gateway.orgId), enabled: isLimited })
  const nameOf = (assetId: string) => {
    const asset = assets?.find((asset) => asset.assetId === assetId)
    return (asset && localText(asset.name, enosLocale)) || assetId
  }
  return (
    <>
      <strong>{person.name}</strong>
      {person.kind === 'builtIn' && (
        <Notice icon="info" className={styles.notice}>
          {text.builtIn}
        </Notice>
      )}
      <dl className={styles.facts}>
        <dt>{text.role}</dt>
        <dd>
          {text.roles[person.role]}
          <span className="dim"> – {text.roleMay[person.role]}</span>
        </dd>
        <dt>{text.places}</dt>
        {isLimited ? (
          <>
            {person.assetIds.map((assetId) => (
              <dd key={assetId} title={assetId}>
                {nameOf(assetId)}
              </dd>
            ))}
            <dd className="dim">{text.placesHelp}</dd>
          </>
        ) : (
          <dd>{text.everywhere}</dd>
        )}
        {signIn && (
          <>
            <dt>{text.until}</dt>
            <dd className="num">{untilText(signIn.endTime, now, locale)}</dd>
          </>
        )}
        <dt>{shell.organisation}</dt>
        <dd className="mono">{gateway.orgId}</dd>
        <dt>{shell.gateway}</dt>
        <dd>{givenName(gateway) || shell.gatewayKind[gateway.kind]}</dd>
        <dd className="mono">{gateway.address}</dd>
        <dt>{shell.productName}</dt>
        <dd>{version}</dd>
      </dl>
    </>
  )
}
