import { useMemo } from 'react'
import { useSearch } from 'wouter/use-browser-location'
import { OperationsPage } from '../features/operations/operations-page.tsx'
import { useText } from '../text/text-context.ts'
import { historyHref } from '../ui/links.ts'
import { parseSearch } from './control-search.ts'
import { navigate } from './navigate.ts'
import { useSession } from './session-context.ts'

/** Everything that was ever sent; its filters are the address's parameters. */
export function HistoryPage() {
  const { shell } = useText()
  const { orgId } = useSession().gateway
  const address = useSearch()
  const filter = useMemo(() => parseSearch(address), [address])
  return (
    <>
      <title>{`${shell.history} · ${shell.productName}`}</title>
      <OperationsPage
        orgId={orgId}
        filter={filter}
        onFilter={(next) => navigate(historyHref(next), { replace: true })}
      />
    </>
  )
}
