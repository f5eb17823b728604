import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { Failure } from '#contract/enos/failure.ts'

const isLoopback = (name: string): boolean =>
  name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)

const nameIn = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^\[|\]$/g, '')
  } catch {
    return ''
  }
}

/**
 * Keeps other web sites away from a server that trusts whoever reaches it.
 * @param host what the proxy is bound to.
 * @throws Failure foreignOrigin for a name that a stranger may have pointed at this machine (DNS rebinding),
 * and for a change that a page of another site asks for.
 */
export const guardOrigin = (host: string) => {
  const everywhere = host === '0.0.0.0' || host === '::'
  const isOwn = (name: string) => isLoopback(name) || name === host || (everywhere && isIP(name) !== 0)

  return async ({ headers, method }: FastifyRequest): Promise<void> => {
    if (!isOwn(nameIn(`http://${headers.host ?? ''}`))) {
      throw new Failure('foreignOrigin', `the panel is not served under the name ${headers.host ?? '(none)'}`)
    }
    if (method === 'GET' || method === 'HEAD') return
    const foreign = headers.origin !== undefined && !isOwn(nameIn(headers.origin))
    if (foreign || headers['sec-fetch-site'] === 'cross-site') {
      throw new Failure(
        'foreignOrigin',
        `a page of ${headers.origin ?? 'another site'} may not call the panel's server`,
      )
    }
  }
}
