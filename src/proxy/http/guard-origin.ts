import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'
import { isLoopbackHost } from '#service/is-loopback-host.ts'
import type { IsSecure } from './is-secure.ts'

const urlOf = (address: string): URL | undefined => {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
const nameOf = (url: URL | undefined): string => url?.hostname.replace(/^\[|\]$/g, '') ?? ''

/**
 * Keeps other web sites away from a server that trusts whoever reaches it, or whose cookie a browser sends along.
 * @param host what the proxy is bound to.
 * @param panelUrl where people reach it, if that is not the same.
 * @throws Failure foreignOrigin for a name that a stranger may have pointed at this machine (DNS rebinding),
 * and for a change that a page of another site asks for, also of another port of the same machine.
 */
export const guardOrigin = (host: string, panelUrl: URL | null, isSecure: IsSecure) => {
  const everywhere = host === '0.0.0.0' || host === '::'
  const isOwn = (name: string) =>
    isLoopbackHost(name) || name === host || name === nameOf(panelUrl ?? undefined) || (everywhere && isIP(name) !== 0)

  /** On this machine itself, the panel under development has another port. */
  const isOurs = (origin: URL | undefined, called: URL | undefined, secure: boolean): boolean =>
    origin !== undefined &&
    (origin.origin === panelUrl?.origin ||
      // Whoever is on the way can write a page of our name that came without TLS.
      (origin.host === called?.host && !(secure && origin.protocol === 'http:')) ||
      (isLoopbackHost(nameOf(origin)) && isLoopbackHost(nameOf(called))))

  return async (request: FastifyRequest): Promise<void> => {
    const { headers, method } = request
    const called = urlOf(`http://${headers.host ?? ''}`)
    if (!isOwn(nameOf(called))) {
      const name = headers.host ?? '(none)'
      throw new Failure('foreignOrigin', `the panel is not served under the name ${name}; PANEL_URL can name it`)
    }
    if (method === 'GET' || method === 'HEAD') return
    const foreign = headers.origin !== undefined && !isOurs(urlOf(headers.origin), called, isSecure(request))
    if (foreign || headers['sec-fetch-site'] === 'cross-site') {
      throw new Failure(
        'foreignOrigin',
        `a page of ${headers.origin ?? 'another site'} may not call the panel's server`,
      )
    }
  }
}
