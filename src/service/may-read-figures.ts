import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { isLoopbackHost } from './is-loopback-host.ts'

export interface FiguresAccess {
  /** What a reader has to bring; null: only this machine reads. */
  token: string | null
  /** Whether the settings name something in front that passes on the requests of others. */
  isBehindOthers: boolean
}

/** What of a request says who asks. */
interface Asking {
  headers: IncomingHttpHeaders
  /** Of the connection itself: nobody's word for another address counts here. */
  remoteAddress: string | undefined
}

export interface NotAllowed {
  status: 401 | 403
  why: string
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What passes a request on adds these, unless it was told not to. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

const isCalledHere = (host: string | undefined): boolean =>
  URL.canParse(`http://${host ?? ''}`) && isLoopbackHost(new URL(`http://${host}`).hostname)

/**
 * Who may read `/metrics` (docs/operating.md): with a token set, whoever brings it, from this machine too; without one, a
 * program of this machine that asks this server itself. Null where they may.
 */
export function createFiguresAccess({ token, isBehindOthers }: FiguresAccess): (asking: Asking) => NotAllowed | null {
  if (token !== null) {
    const expected = digest(token)
    return ({ headers }) => {
      const brought = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
      if (brought !== undefined && timingSafeEqual(digest(brought), expected)) return null
      return { status: 401, why: 'bring the token of METRICS_TOKEN: Authorization: Bearer …' }
    }
  }
  return ({ headers, remoteAddress = '' }) => {
    const isHere = isLoopbackHost(remoteAddress) && isCalledHere(headers.host)
    if (isHere && !isBehindOthers && passedOn.every((name) => headers[name] === undefined)) return null
    return { status: 403, why: 'only this machine reads the figures, past no proxy, until METRICS_TOKEN is set' }
  }
}
