import type { FastifyBaseLogger } from 'fastify'
import { isLoopbackHost } from '#service/is-loopback-host.ts'
import type { ProxyConfig } from '../config.ts'
import { openPeople } from '../people/open-people.ts'
import type { GrantOf } from '../people/sessions.ts'
import { createBrowserSessions } from './browser-sessions.ts'
import { createApp } from './create-app.ts'
import { createIsSecure } from './is-secure.ts'
import { limitRequests } from './limit-requests.ts'
import { limitStreams } from './limit-streams.ts'
import { requirePerson } from './require-person.ts'

/** @throws Error that says what to do, where others than this machine would be let in as the built-in user. */
function refuseStrangers({ host, panelUrl }: ProxyConfig): void {
  const panelHost = panelUrl?.hostname ?? 'localhost'
  if (isLoopbackHost(host) && isLoopbackHost(panelHost)) return
  const setting = isLoopbackHost(host) ? `PANEL_URL=${panelUrl?.origin}` : `PROXY_HOST=${host}`
  throw new Error(
    `${setting} lets others reach the panel, and nobody has to sign in: add a person with "setpoint user add NAME --role administrator", or configure OpenID Connect (OIDC_ISSUER), or leave it at this machine alone (127.0.0.1)`,
  )
}

interface DoorParts {
  logger: FastifyBaseLogger
  /** Whether people also sign in at an identity provider. */
  signInElsewhere: boolean
  grantOf: GrantOf
}

/**
 * The HTTP server with all that stands between it and those who come: names, headers, sessions, limits.
 * Routes that are added to it are for people who are signed in, but where they say otherwise.
 * @throws Error where nobody would have to sign in though others than this machine can come.
 */
export async function openDoors(config: ProxyConfig, { logger, signInElsewhere, grantOf }: DoorParts) {
  const people = openPeople(config, grantOf)
  try {
    if (!people.accounts.any() && !signInElsewhere) refuseStrangers(config)
    const app = await createApp(logger, config)
    const isSecure = createIsSecure(config.panelUrl)
    const { personName } = config
    const browsers = createBrowserSessions({ people, signInElsewhere, personName, isSecure, logger })
    const { keyOf, isAlone: isFree } = browsers
    await limitRequests(app, { perMinute: config.requestsPerMinute, keyOf, isFree })
    requirePerson(app, browsers)
    limitStreams(app, { keyOf, isFree })
    return {
      app,
      people,
      browsers,
      /** After the server was closed. */
      close(): void {
        browsers.stop()
        people.close()
      },
    }
  } catch (error) {
    people.close()
    throw error
  }
}
