import { readSecret } from '#service/read-secret.ts'

type Environment = Record<string, string | undefined>

/** What may stand in a file of its own, as secrets of containers and systemd do: `NAME_FILE` names it. */
const secrets = ['ENOS_ACCESS_KEY', 'ENOS_SECRET_KEY', 'ENOS_ORG_ID', 'OIDC_CLIENT_SECRET'] as const

/**
 * The environment with every `NAME_FILE` of a secret replaced by `NAME`, the file's text without blanks around it.
 * @throws Error that names the setting and the file; never what the file holds.
 */
export function readSecretFiles(environment: Environment): Environment {
  const read = { ...environment }
  for (const name of secrets) {
    const setting = `${name}_FILE`
    const path = environment[setting]?.trim()
    if (!path) continue
    if (environment[name]?.trim()) throw new Error(`set ${name} or ${setting}, not both`)
    read[name] = readSecret(setting, path)
  }
  return read
}
