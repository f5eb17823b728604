import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { exampleOperation } from '#contract/panel/example-operation.suite.ts'
import { curlOf, shellQuote } from './curl.ts'

const keys = { PATH: process.env.PATH, APP_KEY: 'demoAccessKey-0001', APP_SECRET: 'demoSecretKey-9f2c' }

/** Runs the script for real, but for the network and the clock: both are those of the test vectors (§4.3). */
function run(script: string, shell = 'bash') {
  const surroundings = `
    date() { echo 1700000000; }
    curl() {
      case "$*" in
        *token-service*)
          printf '%s\\0' "$@" >&2
          echo '{"status":0,"data":{"accessToken":"APIM_TOKEN_demo_42","expire":7200}}' ;;
        *) printf '%s\\0' "$@" ;;
      esac
    }
  `
  const { stdout, stderr, status } = spawnSync(shell, ['-euc', surroundings + script], {
    env: keys,
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  return { call: stdout.split('\0').slice(0, -1), tokenCall: stderr.split('\0').slice(0, -1) }
}

const g3 = exampleOperation({ pendingTtl: 0, timeout: 30, body: '{"value":21.5}' })

test.each(['bash', 'sh'])('run by %s, the script signs as vector G3 says', (shell) => {
  const { call: words } = run(curlOf('https://apim.example.com/', g3), shell)
  expect(words).toContain('apim-signature: 3a66e0bd4a00a7181c59b6ff596cd68cc73cf24a5af0f89860693b19f9593d85')
  expect(words).toContain('apim-accesstoken: APIM_TOKEN_demo_42')
  expect(words).toContain('apim-timestamp: 1700000000000')
  expect(words).toContain(
    'https://apim.example.com/connect-service/v2.1/commands?action=setMeasurepoint&orgId=o17000000000001&assetId=Ab3dE9xQ&measurepointId=targetTemp&pendingTtl=0&timeout=30',
  )
  expect(words.at(-1)).toBe('{"value":21.5}')
})

test('the token is asked for as §4.1 says, and the secret is in no argument', () => {
  const { call, tokenCall } = run(curlOf('https://apim.example.com', g3))
  expect(tokenCall).toContain('https://apim.example.com/apim-token-service/v2.0/token/get')
  const { appKey, encryption, timestamp } = JSON.parse(tokenCall.at(-1) ?? '')
  expect(appKey).toBe('demoAccessKey-0001')
  expect(String(timestamp)).toMatch(/^1700000000\d{3}$/)
  expect(encryption).toBe(createHash('sha256').update(`${appKey}${timestamp}demoSecretKey-9f2c`).digest('hex'))
  expect([...call, ...tokenCall].join(' ')).not.toContain('demoSecretKey-9f2c')
})

test('without a token nothing is sent', () => {
  const refused = curlOf('https://h', g3).replace('ACCESS_TOKEN=$(', 'ACCESS_TOKEN=$(false && ')
  expect(
    spawnSync('bash', ['-uc', `curl() { echo called; }; ${refused}`], { env: keys, encoding: 'utf8' }),
  ).toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('no token came'),
  })
})

test('keys of devices and values in any script are sent and signed to the character', () => {
  const body = `{"value":"it's $HOME \`id\` \\\\ \n Grüße 温度"}`
  const { call } = run(
    curlOf('https://h', exampleOperation({ assetId: '', productKey: 'pkDemo01', deviceKey: 'dk Ümlaut/1', body })),
  )
  expect(call.at(-1)).toBe(body)
  expect(call.find((word) => word.startsWith('https'))).toContain('productKey=pkDemo01&deviceKey=dk%20%C3%9Cmlaut%2F1')
})

test('a quoted word comes back as it was', () => {
  const text = `a'b"c$d\`e\\f\ng`
  expect(execFileSync('bash', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' })).toBe(text)
})
