import { useMemo } from 'react'
import { useSearch } from 'wouter/use-browser-location'
import { PermissionPage } from '../features/permission/permission-page.tsx'
import { useText } from '../text/text-context.ts'
import { selectorOf } from './chosen-device.ts'
import { readControlSearch } from './control-search.ts'
import { useSession } from './session-context.ts'

/** Why the person may, or may not, set the point that the address names. */
export function ExplainedPermissionPage() {
  const { permissionPage, shell } = useText()
  const { session, gateway } = useSession()
  const address = useSearch()
  const { asset, pk, dk, point = '' } = useMemo(() => readControlSearch(address), [address])
  const device = useMemo(() => selectorOf({ asset, pk, dk }) ?? {}, [asset, pk, dk])
  return (
    <>
      <title>{`${permissionPage.title} · ${shell.productName}`}</title>
      <PermissionPage orgId={gateway.orgId} device={device} measurepointId={point} person={session.person} />
    </>
  )
}
