import type { BodyOf, EndpointName, QueryOf } from '#contract/enos/endpoints.ts'
import type { Application, Organisation } from '../registry/organisation.ts'
import type { WrittenPagination } from './page.ts'

/** Who calls, and whose things they ask for. */
export interface Caller {
  application: Application
  organisation: Organisation
}

export interface Answer {
  data: unknown
  pagination?: WrittenPagination
}

/** What serves one row of the endpoint table. */
export type Call<N extends EndpointName> = (
  caller: Caller,
  query: QueryOf<N>,
  body: BodyOf<N>,
) => Answer | Promise<Answer>
