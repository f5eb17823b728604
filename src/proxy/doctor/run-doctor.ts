import { readProxyConfig } from '../config.ts'
import type { GatewayConfig } from '../gateway-config.ts'
import { checkIdentityProvider } from './check-identity-provider.ts'
import { checks } from './checks.ts'
import type { Finding } from './finding.ts'

const signs: Record<Finding['verdict'], string> = { well: '✔', doubtful: '!', wrong: '✘', skipped: '·' }
const indent = ' '.repeat(4)

/** Stands for the embedded EnOS, which is part of the program that starts it: there is no way to it to check. */
const embedded: GatewayConfig = {
  id: 'embedded',
  name: 'Embedded EnOS',
  kind: 'embedded',
  address: '',
  accessKey: '',
  secretKey: '',
  orgId: '',
  treeIds: [],
}

/** What the findings call by its environment variable, and a file of gateways by its member. */
const members: [variable: RegExp, member: string][] = [
  [/ENOS_CA_FILE(=\S+)?/g, 'caFile'],
  [/ENOS_URL/g, 'url'],
  [/ENOS_ACCESS_KEY/g, 'accessKey'],
  [/ENOS_SECRET_KEY/g, 'secretKey'],
  [/ENOS_ORG_ID/g, 'orgId'],
  [/ENOS_TREE_IDS/g, 'treeIds'],
]
const asInFile = (text: string): string =>
  members.reduce((read, [variable, member]) => read.replace(variable, `“${member}”`), text)

/**
 * The program `setpoint doctor`: checks the way to each gateway that the settings name, and to the identity provider.
 * @param print takes one line, which never holds a key.
 * @returns its exit code: 0 commands can be sent, 1 something is wrong.
 */
export async function runDoctor(
  environment: Record<string, string | undefined>,
  print: (line: string) => void,
): Promise<number> {
  let wrong = 0
  const isFile = Boolean(environment.GATEWAYS_FILE?.trim())
  const inWords = isFile ? asInFile : (text: string) => text
  const tell = (title: string, { verdict, text, mend }: Finding): void => {
    if (verdict === 'wrong') wrong++
    print(`${signs[verdict]} ${title}: ${text}`)
    if (mend) print(`${indent}→ ${inWords(mend)}`)
  }

  async function examine(gateway: GatewayConfig): Promise<void> {
    if (isFile) print(`${gateway.name} (${gateway.id})`)
    if (gateway.address === '') {
      print('The embedded EnOS is started along: there is no gateway to check.')
      return
    }
    tell('Settings', { verdict: 'well', text: `${gateway.name} (${gateway.kind}), organisation ${gateway.orgId}` })
    for await (const [title, finding] of checks(gateway)) tell(title, { ...finding, text: inWords(finding.text) })
  }

  try {
    const config = readProxyConfig(environment, embedded)
    const { gateways, warnings = [], oidc } = config
    for (const warning of warnings) tell('Settings', { verdict: 'doubtful', text: warning })
    for (const gateway of gateways) await examine(gateway)
    if (oidc) tell('Sign-in', await checkIdentityProvider(oidc, config))
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    tell('Settings', { verdict: 'wrong', text, mend: 'README.md lists every setting' })
  }
  print(wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`)
  return wrong === 0 ? 0 : 1
}
