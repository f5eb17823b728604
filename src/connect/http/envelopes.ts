import { randomUUID } from 'node:crypto'
import type { WrittenEnvelope } from '#contract/enos/envelope.ts'
import type { Answer } from './answer.ts'
import type { FailureAnswer } from './failure-answer.ts'

/** A UUID without its dashes, as the core spec shows it (§1.2). */
const requestId = (): string => randomUUID().replaceAll('-', '')

/** The core spec's shape (§1.2). */
export const successEnvelope = ({ data, pagination }: Answer): WrittenEnvelope => ({
  code: 0,
  msg: 'Success',
  submsg: null,
  requestId: requestId(),
  data,
  ...(pagination ? { pagination } : {}),
})

export const failureEnvelope = ({ code, msg, data }: FailureAnswer): WrittenEnvelope => ({
  code,
  msg,
  submsg: null,
  requestId: requestId(),
  data,
})

/** The token service has a shape of its own (§4.1). */
export const tokenEnvelope = (status: number, msg: string, data: unknown) => ({
  status,
  msg,
  business: 'apim-token-service',
  data,
})
