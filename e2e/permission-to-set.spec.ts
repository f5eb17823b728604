import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { axeOn } from './axe.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { test as base, Setpoint, startTimeout } from './setpoint.ts'

// One server for all of them.
base.describe.configure({ mode: 'default' })

const contact = 'the control room, 4711'
const password = 'correct-horse-battery-staple'
const park = 'QxLFicLz'

const limits = [
  { rule: 'Turbine limit', points: ['WTG.ActPowerLimit'], minimum: 330, maximum: 3300 },
  { rule: 'Gentle ramp', points: ['WTG.PitchSet'], largestStep: '5.0' },
]
const policy = {
  contact,
  pointClasses: [
    { rule: 'Grid and protection', class: 'critical', points: ['PPC.FarmLimit', 'PPC.VoltSet'] },
    { rule: 'Turbines', class: 'confirm', models: ['EN-156-*'] },
  ],
  limits,
}

const policyFile = (): string => join(mkdtempSync(join(tmpdir(), 'setpoint-policy-')), 'policy.json')

/** One product with a policy and no accounts, one with both. */
const test = base.extend<object, { guarded: Setpoint & { policyFile: string }; peopled: Setpoint }>({
  guarded: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern even where a fixture needs no other
    async ({}, use) => {
      const file = policyFile()
      writeFileSync(file, JSON.stringify(policy))
      const setpoint = Object.assign(new Setpoint({ POLICY_FILE: file }), { policyFile: file })
      await setpoint.start()
      await use(setpoint)
      await setpoint.remove()
    },
    { scope: 'worker', timeout: startTimeout },
  ],
  peopled: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern even where a fixture needs no other
    async ({}, use) => {
      const file = policyFile()
      writeFileSync(file, JSON.stringify(policy))
      const setpoint = new Setpoint({ POLICY_FILE: file, ARGON2_MEMORY: '1024', ARGON2_PASSES: '1' })
      setpoint.addPerson('vera', password, '--role', 'viewer', '--name', 'Vera Lind')
      setpoint.addPerson('egon', password, '--role', 'engineer', '--name', 'Egon Berg')
      await setpoint.start()
      await use(setpoint)
      await setpoint.remove()
    },
    { scope: 'worker', timeout: startTimeout },
  ],
})

const serious = async (page: Page) =>
  (await axeOn(page).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const at = (setpoint: Setpoint, search: Record<string, string>) => `${setpoint.url}/?${new URLSearchParams(search)}`

/** A send of somebody else at the same proxy, past the panel. */
const sendBeside = (page: Page, setpoint: Setpoint, asset: string, point: string, value: string, wait = '30') =>
  page.request.post(
    `${setpoint.url}/connect-service/v2.1/commands?${new URLSearchParams({
      action: 'setMeasurepoint',
      orgId: 'o15724268424841',
      assetId: asset,
      measurepointId: point,
      pendingTtl: '0',
      timeout: wait,
    })}`,
    {
      data: `{"value":${value}}`,
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin: setpoint.url },
    },
  )

test('a viewer can read everything, is told which role is missing and whom to ask, and gets no button', async ({
  page,
  peopled,
}) => {
  const screen = new ControlScreen(page)
  await page.goto(at(peopled, { asset: park, point: 'PPC.FarmLimit', value: '70' }))
  await signIn(page, 'vera')
  await expect(screen.editor.getByText('You cannot set this point')).toBeVisible()
  await expect(
    screen.editor.getByText(
      /Your role viewer does not include setting critical points: that needs the role engineer\./,
    ),
  ).toBeVisible()
  await expect(screen.editor.getByText(new RegExp(contact))).toBeVisible()
  await expect(screen.editor.getByRole('button', { name: 'Review and send' })).toBeHidden()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toBeDisabled()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('70')
  expect(await serious(page)).toEqual([])

  await screen.editor.getByRole('link', { name: 'Why not?' }).click()
  await expect(page.getByText(/^Vera Lind may not set Farm active power limit of Park controller/)).toBeVisible()
  const role = page.getByRole('listitem').filter({ hasText: 'Your role' }).first()
  await expect(role).toContainText('Not passed')
  await expect(page.getByText(contact)).toBeVisible()
  expect(await serious(page)).toEqual([])
})

test('a point to confirm asks for a tick that names device and value', async ({ page, guarded }) => {
  const screen = new ControlScreen(page)
  await page.goto(at(guarded, { asset: devices.turbine, point: 'WTG.ActPowerLimit', value: '3200.0' }))
  await expect(screen.editor.getByText('Confirm', { exact: true })).toBeVisible()
  const dialog = await screen.review()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog.getByText('Look at device and value, and tick this.')).toBeVisible()
  const tick = dialog.getByRole('checkbox', { name: /^This is the right device and value: WTG-07.*3,200\.0 kW$/ })
  await expect(tick).toBeFocused()
  expect((await tick.locator('xpath=ancestor::label').boundingBox())?.height).toBeGreaterThanOrEqual(56)
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await screen.expectOutcome('Done')
  await expect(screen.editor.getByText('The device reports the new value')).toBeVisible()
})

test('a limit narrower than the model is told by its rule before anything is sent', async ({ page, guarded }) => {
  const screen = new ControlScreen(page)
  await page.goto(at(guarded, { asset: devices.turbine, point: 'WTG.ActPowerLimit', value: '3400' }))
  await expect(screen.editor.getByText('Rule “Turbine limit”: from 330 to 3,300 kW')).toBeVisible()
  await screen.editor.getByRole('button', { name: 'Review and send' }).click()
  await expect(screen.editor.getByText('At most 3300 kW by the rule “Turbine limit”.')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.goto(at(guarded, { asset: devices.turbine, point: 'WTG.PitchSet', value: '40' }))
  await expect(screen.editor.getByText('Rule “Gentle ramp”: by at most 5.0 ° at once')).toBeVisible()
  await screen.editor.getByRole('button', { name: 'Review and send' }).click()
  await expect(
    screen.editor.getByText(/^By at most 5\.0 ° at once by the rule “Gentle ramp”: the device/),
  ).toBeVisible()
})

test('a limit that the panel does not know yet is refused by the proxy, in words; the draft stays', async ({
  page,
  guarded,
}) => {
  const screen = new ControlScreen(page)
  const point = { asset: devices.queue, point: 'PMP.SpeedSet' }
  await page.goto(at(guarded, { ...point, value: '44.5' }))
  await screen.ready()
  const dialog = await screen.review()
  const rule = { rule: 'New limit', points: ['PMP.SpeedSet'], maximum: '40.0' }
  writeFileSync(guarded.policyFile, JSON.stringify({ ...policy, limits: [...limits, rule] }))
  const asked = `${guarded.url}/api/permission-to-set?assetId=${point.asset}&measurepointId=${point.point}`
  await expect.poll(async () => (await page.request.get(asked)).text()).toContain('New limit')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText('Code 60041')).toBeVisible()
  await expect(screen.editor.getByText('New limit', { exact: true })).toBeVisible()
  await expect(screen.editor.getByText('40.0 %', { exact: true })).toBeVisible()
  expect(await serious(page)).toEqual([])
  await screen.editor.getByRole('button', { name: 'Back to the value' }).click()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('44.5')
  await expect(screen.editor.getByText('At most 40.0 % by the rule “New limit”.')).toBeVisible()
  writeFileSync(guarded.policyFile, JSON.stringify(policy))
})

test('after a send the next one waits as long as the rule asks, and the draft can be prepared', async ({
  page,
  guarded,
}) => {
  const screen = new ControlScreen(page)
  await page.goto(at(guarded, { asset: devices.rig, point: 'RIG.Int', value: '1' }))
  const rule = { rule: 'Rest', points: ['RIG.Int'], leastInterval: 3600 }
  writeFileSync(guarded.policyFile, JSON.stringify({ ...policy, limits: [...limits, rule] }))
  await expect(screen.editor.getByText('Rule “Rest”: 1 h between two sends')).toBeVisible()
  await screen.send()
  await screen.expectOutcome('Done')
  await screen.editor.getByRole('button', { name: 'Set another value' }).click()
  await expect(screen.editor.getByText('Not at this moment')).toBeVisible()
  await expect(screen.editor.getByText(/The rule “Rest” asks for 1 h between two sends.*Possible from/)).toBeVisible()
  await screen.type('2')
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('2')
  writeFileSync(guarded.policyFile, JSON.stringify(policy))
})

test('a send on the condition of the value that was seen is refused when that has moved, with both values', async ({
  page,
  guarded,
}) => {
  const screen = new ControlScreen(page)
  const point = 'RIG.Double'
  expect((await sendBeside(page, guarded, devices.rig, point, '11.5')).ok()).toBe(true)
  await page.goto(at(guarded, { asset: devices.rig, point, value: '12.5' }))
  await expect(screen.editor.getByText('11.5').first()).toBeVisible()
  const dialog = await screen.review()
  await dialog.getByRole('checkbox', { name: 'Send only if it still reads 11.5 V' }).check()
  expect((await sendBeside(page, guarded, devices.rig, point, '13.5')).ok()).toBe(true)
  await expect(dialog.getByText(/The device now reports 13\.5 V/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText('Code 60045')).toBeVisible()
  await expect(screen.editor.getByText('11.5 V', { exact: true })).toBeVisible()
  await expect(screen.editor.getByText(/^13\.5 V, reported at /)).toBeVisible()
  await screen.editor.getByRole('button', { name: 'Back to the value' }).click()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('12.5')
})

test('a critical point asks for the tick, a reason and a fresh sign-in, goes on where it was, and sends once', async ({
  page,
  peopled,
}) => {
  const screen = new ControlScreen(page)
  await page.clock.install()
  await page.goto(at(peopled, { asset: park, point: 'PPC.VoltSet', value: '131.0' }))
  await signIn(page, 'egon')
  await screen.ready()
  await expect(screen.editor.getByText('Critical', { exact: true })).toBeVisible()
  const dialog = await screen.review()
  await dialog.getByRole('button', { name: 'Hold to send' }).click()
  await expect(dialog.getByText('Write why it is set.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: /^This is the right device/ }).check()
  await dialog.getByRole('textbox', { name: 'Why is it set?' }).fill('Grid operator asked for it, ticket 8812')
  expect(await serious(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Back' }).click()
  // The reason is kept with the draft; the tick is not.
  const again = await screen.review()
  await expect(again.getByRole('textbox', { name: 'Why is it set?' })).toHaveValue(/ticket 8812$/)
  await expect(again.getByRole('checkbox', { name: /^This is the right device/ })).not.toBeChecked()
  await again.getByRole('checkbox', { name: /^This is the right device/ }).check()

  // By the panel's clock the sign-in is too old now; the server's own clock is tested beside it.
  await page.clock.fastForward(301_000)
  await again.getByRole('button', { name: 'Hold to send' }).click({ delay: 1500 })
  const prompt = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(prompt).toBeVisible()
  await prompt.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
  await prompt.getByRole('button', { name: 'Sign in', exact: true }).click()
  await screen.expectOutcome('Done')

  const { items } = await (await page.request.get(`${peopled.url}/api/operations?measurepointId=PPC.VoltSet`)).json()
  expect(items).toHaveLength(1)
  expect(items[0]).toMatchObject({
    person: 'Egon Berg',
    pointClass: 'critical',
    reason: 'Grid operator asked for it, ticket 8812',
    outcome: 'done',
  })
})

test('a point held back by an earlier unknown outcome shows that one, and can be cleared up right there', async ({
  page,
  guarded,
}) => {
  const screen = new ControlScreen(page)
  const asset = devices.silent
  await page.goto(at(guarded, { asset, point: 'PMP.PressureSet', value: '5.5' }))
  await screen.ready()
  const dialog = await screen.review()
  // Between the review and the press somebody else has sent, nobody knows what became of it, and this panel has not heard.
  await page.route(/api\/operations\?.*measurepointId/, (route) => route.abort())
  await sendBeside(page, guarded, asset, 'PMP.PressureSet', '6.5', '6')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText('Code 60026')).toBeVisible()
  await expect(screen.editor.getByText('{"value":6.5}')).toBeVisible()
  await page.unrouteAll()
  expect(await serious(page)).toEqual([])
  await screen.editor.getByRole('button', { name: 'Looked at the machine: it did not act.' }).click()
  await screen.editor.getByRole('button', { name: 'I have checked' }).click()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('5.5')
  await screen.send({ wait: 6 })
  await screen.expectOutcome('Unknown')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await serious(page)).toEqual([])
  }
})

test('the page tells why a point may be set as well, with every limit and its rule', async ({ page, guarded }) => {
  await page.goto(at(guarded, { asset: devices.turbine, point: 'WTG.ActPowerLimit' }))
  await page.getByRole('link', { name: 'Why may I?' }).click()
  await expect(page).toHaveURL(/\/permission\?asset=/)
  await expect(page.getByText('Local user may set Active power limit of WTG-07 Kestrel Ridge.')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'At most' })
  await expect(row).toContainText('3,300 kW')
  await expect(row).toContainText('Turbine limit')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await serious(page)).toEqual([])
  }
  await page.getByRole('main').getByRole('link', { name: 'Control' }).click()
  await expect(page.getByRole('region', { name: 'Set measurement point' })).toBeVisible()
})
