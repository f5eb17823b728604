import type { PanelGateway } from '#contract/panel/session.ts'
import { english } from '../text/languages.ts'

/** The name that somebody gave to an EnOS; empty where it is only that of its kind, which every language has its own for. */
export const givenName = ({ name, kind }: PanelGateway): string =>
  name === english.text.shell.gatewayKind[kind] ? '' : name
