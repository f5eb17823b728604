import { gatewayPrefix } from '#contract/panel/gateway-address.ts'
import type { PanelGateway } from '#contract/panel/session.ts'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { type ControlTarget, controlHref } from '../../ui/links.ts'
import { Notice } from '../../ui/notice.tsx'
import { Worded } from '../../ui/worded.tsx'
import type { Unopened } from './look-up.ts'

interface FoundNoticeProps {
  found: Unopened
  gateway: PanelGateway
  gateways: readonly PanelGateway[]
  onTryAgain: () => void
}

/** The control screen at another gateway: the address of this page names ours. */
const hrefAt = (gatewayId: string, target: ControlTarget): string =>
  `${gatewayPrefix(gatewayId)}/${new URL(controlHref(target), location.href).search}`

const nameOf = ({ name, id }: PanelGateway): string => name || id

/** Why a code opened no device, and what can be done. */
export function FoundNotice({ found, gateway, gateways, onTryAgain }: FoundNoticeProps) {
  const { scan, failures } = useText()
  switch (found.kind) {
    case 'unknown':
      return (
        <Notice tone="bad" role="alert" title={scan.unknownTitle}>
          <Worded words={(_strong, quiet) => scan.unknown(quiet(found.name), quiet(nameOf(gateway)))} />
        </Notice>
      )
    case 'forbidden':
      return (
        <Notice tone="bad" role="alert" icon="lock" title={scan.forbiddenTitle}>
          <Worded words={(_strong, quiet) => scan.forbidden(quiet(found.name))} />
        </Notice>
      )
    case 'failed': {
      const { what, next } = failures[found.failure]
      const again = <Button onClick={onTryAgain}>{scan.tryAgain}</Button>
      return (
        <Notice tone="bad" role="alert" title={scan.failedTitle} actions={again}>
          <Worded words={(_strong, quiet) => scan.failed(quiet(found.name))} /> {what} {next}
        </Notice>
      )
    }
    case 'otherGateway': {
      const other = gateways.find(({ id }) => id === found.gatewayId)
      const name = other ? nameOf(other) : found.gatewayId
      const way = (
        <LinkButton href={hrefAt(found.gatewayId, found.target)}>
          <span>
            <Worded words={(_strong, quiet) => scan.switchTo(quiet(name))} />
          </span>
        </LinkButton>
      )
      return (
        <Notice
          tone="wait"
          role="alert"
          title={<Worded words={(_strong, quiet) => scan.otherGatewayTitle(quiet(name))} />}
          actions={way}
        >
          <Worded words={(_strong, quiet) => scan.otherGateway(quiet(nameOf(gateway)))} />
        </Notice>
      )
    }
    case 'unknownGateway':
      return (
        <Notice tone="bad" role="alert" title={scan.unknownGatewayTitle}>
          {scan.unknownGateway(found.gatewayId)}
        </Notice>
      )
    case 'foreign':
      return (
        <Notice tone="bad" role="alert" icon="ban" title={scan.foreignTitle}>
          {scan.foreign(found.host)}
        </Notice>
      )
    case 'notOurs':
      return (
        <Notice tone="wait" role="alert" title={scan.notOursTitle}>
          {scan.notOurs}
        </Notice>
      )
  }
}
