import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import { getProxyForUrl } from 'proxy-from-env'
import type { Route } from './enos/route.ts'

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** @throws Error that names the file where it holds no certificate. */
function certificatesIn(path: string): string[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`ENOS_CA_FILE: ${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  const found = text.match(certificate) ?? []
  if (found.length === 0) throw new Error(`ENOS_CA_FILE: ${path} holds no certificate in PEM form`)
  for (const one of found) {
    try {
      new X509Certificate(one)
    } catch (cause) {
      throw new Error(`ENOS_CA_FILE: ${path} holds a certificate that cannot be read`, { cause })
    }
  }
  return found
}

/** Naming certificates replaces all that Node trusts: those of NODE_EXTRA_CA_CERTS have to be named again. */
function trustedWith(path: string): string[] {
  const extra = process.env.NODE_EXTRA_CA_CERTS
  return [...rootCertificates, ...(extra ? certificatesIn(extra) : []), ...certificatesIn(path)]
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\.[\d.]+$/.test(host)

function outgoingProxyFor(address: string): string | undefined {
  // What listens on this machine alone, no proxy reaches.
  if (isLoopback(new URL(address).hostname)) return undefined
  const proxy = getProxyForUrl(address)
  if (proxy === '') return undefined
  if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
    throw new Error('HTTPS_PROXY, HTTP_PROXY: must be an address like http://proxy.example:3128')
  }
  return proxy
}

/**
 * The way to a gateway: the outgoing proxy by `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` of this process,
 * and whom to trust.
 * @param caFile a file of PEM certificates to trust besides those that Node trusts.
 * @throws Error that names the setting and what is wrong.
 */
export const readRoute = (address: string, caFile?: string): Route => ({
  outgoingProxy: outgoingProxyFor(address),
  trusted: caFile ? trustedWith(caFile) : undefined,
})
