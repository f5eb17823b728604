import { getRouteApi } from '@tanstack/react-router'
import { OperationsPage } from '../features/operations/operations-page.tsx'
import { useText } from '../text/text-context.ts'
import { useSession } from './session-context.ts'

const route = getRouteApi('/operations')

/** Everything that was ever sent; its filters are the address's parameters. */
export function HistoryPage() {
  const { shell } = useText()
  const { orgId } = useSession().session.gateway
  const filter = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <title>{`${shell.history} · ${shell.productName}`}</title>
      <OperationsPage
        orgId={orgId}
        filter={filter}
        onFilter={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
    </>
  )
}
