import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import * as z from 'zod'
import type { PasswordCost } from './people/passwords.ts'
import type { SessionLimits } from './people/sessions.ts'

/** Who gets in, and by which door. */
export interface PeopleConfig {
  /** Where people reach the panel; null where that is the address it listens on. */
  panelUrl: URL | null
  /** Addresses and networks of reverse proxies whose word for the person's address and TLS is believed. */
  trustedProxies: string[]
  /** In PEM form; null for plain HTTP. */
  tls: { cert: string; key: string } | null
  sessions: SessionLimits
  /** Of one session, or of one address where nobody is signed in. */
  requestsPerMinute: number
  passwordCost: PasswordCost
}

const text = z.string().trim().min(1)
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

const isNetwork = (address: string): boolean => {
  const [host = '', bits, ...more] = address.split('/')
  const size = isIP(host) === 4 ? 32 : 128
  return isIP(host) !== 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= size))
}

/** What a password costs to hash, for the proxy and for `setpoint user`. */
export const passwordSettings = {
  /** KiB of memory. */
  ARGON2_MEMORY: whole(1024, 4 * 1024 * 1024).default(64 * 1024),
  ARGON2_PASSES: whole(1, 100).default(3),
}
export const passwordCostOf = (read: { ARGON2_MEMORY: number; ARGON2_PASSES: number }): PasswordCost => ({
  memory: read.ARGON2_MEMORY,
  passes: read.ARGON2_PASSES,
})

/** The settings of sign-in and of the doors, each an environment variable. */
export const peopleSettings = {
  /** Where people reach the panel, e.g. `https://setpoint.plant.example`. */
  PANEL_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url))
    .refine((url) => url.pathname === '/' && !url.search && !url.hash && !url.username, 'names no path')
    .optional(),
  /** Reverse proxies in front, by address or network, separated by commas. */
  TRUSTED_PROXIES: text
    .transform((list) =>
      list
        .split(',')
        .map((address) => address.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every(isNetwork), 'must be addresses such as 10.0.0.5 or networks such as 10.0.0.0/24')
    .default([]),
  /** Certificate chain and key in PEM form: the proxy speaks TLS itself. */
  TLS_CERT_FILE: text.optional(),
  TLS_KEY_FILE: text.optional(),
  SESSION_IDLE_MINUTES: whole(1, 7 * 24 * 60).default(60),
  SESSION_HOURS: whole(1, 30 * 24).default(12),
  REQUESTS_PER_MINUTE: whole(10, 1_000_000).default(1200),
  ...passwordSettings,
}
const schema = z.object(peopleSettings)

function readPem(setting: string, path: string): string {
  let pem: string
  try {
    pem = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`${setting}: ${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  if (!pem.includes('-----BEGIN ')) throw new Error(`${setting}: ${path} is not in PEM form`)
  return pem
}

function readTls({ TLS_CERT_FILE, TLS_KEY_FILE }: z.output<typeof schema>): PeopleConfig['tls'] {
  if (!TLS_CERT_FILE && !TLS_KEY_FILE) return null
  if (!TLS_CERT_FILE || !TLS_KEY_FILE) throw new Error('set TLS_CERT_FILE and TLS_KEY_FILE together')
  const tls = { cert: readPem('TLS_CERT_FILE', TLS_CERT_FILE), key: readPem('TLS_KEY_FILE', TLS_KEY_FILE) }
  try {
    createSecureContext(tls)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Error(`TLS_CERT_FILE and TLS_KEY_FILE: must hold a certificate and its key: ${words}`)
  }
  return tls
}

/** @throws Error that names the setting and what is wrong. */
export const peopleConfigOf = (read: z.output<typeof schema>): PeopleConfig => ({
  panelUrl: read.PANEL_URL ?? null,
  trustedProxies: read.TRUSTED_PROXIES,
  tls: readTls(read),
  sessions: { idle: read.SESSION_IDLE_MINUTES * 60, absolute: read.SESSION_HOURS * 3600 },
  requestsPerMinute: read.REQUESTS_PER_MINUTE,
  passwordCost: passwordCostOf(read),
})
