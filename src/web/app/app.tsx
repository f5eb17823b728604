import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { SessionGate } from './session-gate.tsx'
import { Shell } from './shell.tsx'
import { SignInGuard } from './sign-in-guard.tsx'
import { Words } from './words.tsx'

export function App({ client }: { client: QueryClient }) {
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
