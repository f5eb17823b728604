import type { FastifyRequest } from 'fastify'

export type IsSecure = (request: FastifyRequest) => boolean

/**
 * Whether a person's browser reaches us over TLS: our own, a trusted proxy's by its word, or that of the address which
 * PANEL_URL names. Who only pretends the last gets a cookie that no browser takes without TLS.
 */
export const createIsSecure = (panelUrl: URL | null): IsSecure => {
  const securePanel = panelUrl?.protocol === 'https:' ? panelUrl.host : undefined
  return ({ protocol, headers }) => protocol === 'https' || (securePanel !== undefined && headers.host === securePanel)
}
