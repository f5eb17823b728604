import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rootCertificates } from 'node:tls'
import { getProxyForUrl } from 'proxy-from-env'
import type { Route } from './enos/route.ts'

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** @throws Error that names the file where it holds no certificate. */
function certificatesIn(path: string, setting: string): string[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`${setting}: ${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  const found = text.match(certificate) ?? []
  if (found.length === 0) throw new Error(`${setting}: ${path} holds no certificate in PEM form`)
  for (const one of found) {
    try {
      new X509Certificate(one)
    } catch (cause) {
      throw new Error(`${setting}: ${path} holds a certificate that cannot be read`, { cause })
    }
  }
  return found
}

/** Naming certificates replaces all that Node trusts: those of NODE_EXTRA_CA_CERTS have to be named again. */
function trustedWith(path: string, setting: string): string[] {
  const extra = process.env.NODE_EXTRA_CA_CERTS
  const named = extra ? certificatesIn(extra, 'NODE_EXTRA_CA_CERTS') : []
  return [...rootCertificates, ...named, ...certificatesIn(path, setting)]
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
 * @param setting that names the file.
 * @throws Error that names the setting and what is wrong.
 */
export const readRoute = (address: string, caFile?: string, setting = 'ENOS_CA_FILE'): Route => ({
  outgoingProxy: outgoingProxyFor(address),
  trusted: caFile ? trustedWith(caFile, setting) : undefined,
})
