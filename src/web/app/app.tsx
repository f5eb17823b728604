import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { en } from '../text/en.ts'
import { TextContext } from '../text/text-context.ts'
import type { createPanelRouter } from './router.tsx'
import { SessionGate } from './session-gate.tsx'

interface AppProps {
  client: QueryClient
  router: ReturnType<typeof createPanelRouter>
}

export function App({ client, router }: AppProps) {
  return (
    <TextContext value={en}>
      <QueryClientProvider client={client}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </TextContext>
  )
}
