import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { SessionGate } from './session-gate.tsx'
import { Shell } from './shell.tsx'
import { Words } from './words.tsx'

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <Words>
        <SessionGate>
          <Shell />
        </SessionGate>
      </Words>
    </QueryClientProvider>
  )
}
