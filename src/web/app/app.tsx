import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pathInGateway } from '#contract/panel/gateway-address.ts'
import { fetchPage } from './pages.tsx'
import { SessionGate } from './session-gate.tsx'
import { Shell } from './shell.tsx'
import { SignInGuard } from './sign-in-guard.tsx'
import { Words } from './words.tsx'

export function App({ client }: { client: QueryClient }) {
  useEffect(() => fetchPage(client, pathInGateway(location.pathname)), [client])
  return (
    <QueryClientProvider client={client}>
      <Words>
        <SessionGate>
          <SignInGuard>
            <Shell />
          </SignInGuard>
        </SessionGate>
      </Words>
    </QueryClientProvider>
  )
}
