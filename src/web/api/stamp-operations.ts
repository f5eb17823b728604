import type { QueryClient } from '@tanstack/react-query'
import { heardAt } from './live.ts'

/** The server is lost: what was followed until then was true until then, whenever it was read. */
export function stampOperations(client: QueryClient): void {
  const updatedAt = heardAt(client)
  for (const kind of ['operations', 'operation', 'operation-pages']) {
    for (const query of client.getQueryCache().findAll({ queryKey: [kind] })) {
      const { data, dataUpdatedAt } = query.state
      if (data !== undefined && dataUpdatedAt < updatedAt) query.setData(data, { updatedAt, manual: true })
    }
  }
}
