import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { parseExact, stringifyExact } from '../src/contract/value/exact.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { Setpoint, test } from './setpoint.ts'

/** The demo fleet, but the panel's application may only read. */
function readOnlyFleet(): string {
  const fleet = parseExact(readFileSync('fleets/demo.json', 'utf8'))
  if (typeof fleet !== 'object' || fleet === null || Array.isArray(fleet))
    throw new Error('the demo fleet is no object')
  const application = {
    accessKey: 'reader',
    secretKey: 'reader-secret',
    permissions: ['asset.read', 'device.read', 'model.read'],
  }
  const file = join(mkdtempSync(join(tmpdir(), 'setpoint-fleet-')), 'fleet.json')
  writeFileSync(file, stringifyExact({ ...fleet, applications: [application] }))
  return file
}

test('99403: an application that may not control is told so by name, and nothing is sent', async ({ page }) => {
  const setpoint = new Setpoint({ FLEET_FILE: readOnlyFleet() })
  await setpoint.start()
  try {
    await page.goto(`${setpoint.url}/?asset=${devices.turbine}&point=WTG.ActPowerLimit&value=3000.0`)
    const screen = new ControlScreen(page)
    await screen.send()
    await screen.expectOutcome('Not sent')
    await expect(screen.editor.getByText('Code 99403')).toBeVisible()
    await expect(screen.editor.getByText(/Asset Control/).first()).toBeVisible()
  } finally {
    await setpoint.remove()
  }
})

test('11404 and 99400: a script that asks for what EnOS does not allow is told what would be right', async ({
  setpoint,
}) => {
  const ask = async (more: Record<string, string>) => {
    const query = new URLSearchParams({
      action: 'setMeasurepoint',
      orgId: 'o15724268424841',
      assetId: devices.turbine,
      measurepointId: 'WTG.ActPowerLimit',
      ...more,
    })
    const response = await fetch(`${setpoint.url}/connect-service/v2.1/commands?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `key-${JSON.stringify(more)}` },
      body: '{"value":3000.0}',
    })
    return (await response.json()) as { code: number; msg: string }
  }
  expect(await ask({ timeout: '61' })).toMatchObject({ code: 11404 })
  expect(await ask({ pendingTtl: '172801' })).toMatchObject({ code: 99400, msg: expect.stringContaining('pendingTtl') })
})
