import { QueryClient } from '@tanstack/react-query'
import { Failure } from '#contract/enos/failure.ts'

/** Reading may be repeated; only where asking again can help. Sending is no query and is never repeated. */
const helpsToRepeat = (error: Error) =>
  error instanceof Failure && ['proxyUnreachable', 'gatewayUnreachable', 'gatewayTooMany'].includes(error.failure)

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => count < 2 && helpsToRepeat(error),
        staleTime: 1000,
        // The server may be on this machine: whether the browser thinks it is online says nothing.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
