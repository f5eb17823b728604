import { readProxyConfig } from '../config.ts'
import { checks } from './checks.ts'
import type { Finding } from './finding.ts'

const signs: Record<Finding['verdict'], string> = { well: '✔', doubtful: '!', wrong: '✘', skipped: '·' }
const indent = ' '.repeat(4)

/**
 * The program `setpoint doctor`: checks the way to the gateway that the environment names.
 * @param print takes one line, which never holds a key.
 * @returns its exit code: 0 commands can be sent, 1 something is wrong.
 */
export async function runDoctor(
  environment: Record<string, string | undefined>,
  print: (line: string) => void,
): Promise<number> {
  let wrong = 0
  const tell = (title: string, { verdict, text, mend }: Finding): void => {
    if (verdict === 'wrong') wrong++
    print(`${signs[verdict]} ${title}: ${text}`)
    if (mend) print(`${indent}→ ${mend}`)
  }

  if (!environment.ENOS_URL?.trim()) {
    print('ENOS_URL is not set: Setpoint runs on its embedded EnOS, and there is no gateway to check.')
    return 0
  }
  try {
    for (const gateway of readProxyConfig(environment).gateways) {
      tell('Settings', { verdict: 'well', text: `${gateway.name} (${gateway.kind}), organisation ${gateway.orgId}` })
      for await (const [title, finding] of checks(gateway)) tell(title, finding)
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    tell('Settings', { verdict: 'wrong', text, mend: 'README.md lists every setting' })
  }
  print(wrong === 0 ? 'Nothing is wrong.' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.`)
  return wrong === 0 ? 0 : 1
}
