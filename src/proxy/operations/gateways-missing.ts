import type { Operation } from '#contract/panel/operation.ts'

/** The gateways that operations belong to and that are not among `configured`, each once. */
export const gatewaysMissing = (operations: readonly Operation[], configured: readonly string[]): string[] => [
  ...new Set(
    operations.flatMap(({ gatewayId = '' }) => (gatewayId && !configured.includes(gatewayId) ? [gatewayId] : [])),
  ),
]
