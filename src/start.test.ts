import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { sessionSchema } from './contract/panel/session.ts'
import { start } from './start.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const folder = mkdtempSync(join(tmpdir(), 'setpoint-start-'))
const free = { PROXY_PORT: '0', CONNECT_PORT: '0', MQTT_PORT: '0', LOG_LEVEL: 'silent' }
const plant = {
  id: 'plant',
  name: 'Plant',
  kind: 'production',
  url: 'https://apim.invalid',
  accessKey: 'a',
  secretKey: 's',
  orgId: 'o1',
}

async function startWith(gateways: unknown) {
  const file = join(folder, 'gateways.json')
  writeFileSync(file, JSON.stringify(gateways), { mode: 0o600 })
  const running = await start({ ...free, GATEWAYS_FILE: file, DATA_DIR: mkdtempSync(join(folder, 'data-')) })
  stops.push(running.stop)
  const session = sessionSchema.parse(await (await fetch(`${running.url}/api/session`)).json())
  return { url: running.url, gateways: session.gateways }
}

describe('Setpoint with a file of gateways', { timeout: 120_000 }, () => {
  it('starts the embedded EnOS along where the file asks for it, beside the others', async () => {
    const { url, gateways } = await startWith([plant, { id: 'practice', name: 'To practise', kind: 'embedded' }])
    expect(gateways).toMatchObject([
      { id: 'plant', kind: 'production', orgId: 'o1' },
      { id: 'practice', kind: 'embedded', name: 'To practise' },
    ])
    const orgId = gateways[1]?.orgId ?? ''
    const answer = await fetch(`${url}/connect-service/v2.1/devices?action=search&orgId=${orgId}`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json', 'setpoint-gateway': 'practice' },
    })
    expect(await answer.json()).toMatchObject({ code: 0 })
  })

  it('starts no embedded EnOS where it does not', async () => {
    const { gateways } = await startWith([plant])
    expect(gateways).toMatchObject([{ id: 'plant' }])
  })

  it('starts nothing where the file is wrong', async () => {
    await expect(startWith([{ ...plant, kind: 'toy' }])).rejects.toThrow('[0].kind')
  })
})
