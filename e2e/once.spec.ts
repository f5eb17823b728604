import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { ControlScreen, devices, rowName } from './control-screen.ts'
import { test } from './setpoint.ts'

const slow35 = '0KJV9Mto'

/** How many sends of a point the server has on record, by other journeys too. */
async function recorded(page: Page, assetId: string, point: string): Promise<number> {
  const { items } = await (
    await page.request.get(`/api/operations?limit=200&assetId=${assetId}&measurepointId=${point}`)
  ).json()
  return items.length
}

test('a reload in the middle shows the same command again, and its outcome', async ({ page }) => {
  const screen = new ControlScreen(page)
  // It answers after 35 s: long enough for the page to be loaded anew on any machine.
  await screen.open({ asset: slow35, point: 'PMP.PressureSet', value: '3.5' })
  const before = await recorded(page, slow35, 'PMP.PressureSet')
  await screen.send({ wait: 60 })
  await screen.expectOutcome('Sent, waiting')
  await page.reload()
  await screen.expectOutcome('Sent, waiting')
  await screen.expectOutcome('Done', 90_000)
  expect(await recorded(page, slow35, 'PMP.PressureSet')).toBe(before + 1)
})

test('a server killed in the middle leaves the outcome unknown, never failed and never done', async ({
  page,
  setpoint,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.slow8, point: 'PMP.TariffHours' })
  await screen.open({ asset: devices.slow8, point: 'PMP.Rank', value: '7' })
  await screen.send({ wait: 20 })
  await screen.expectOutcome('Sent, waiting')
  await setpoint.restart('SIGKILL')
  await screen.expectOutcome('Unknown', 60_000)
  await expect(
    screen.commands.getByRole('link', { name: rowName('Rank in the group', 'Unknown') }).first(),
  ).toBeVisible()
})

test('what waits in a queue waits on after a restart', async ({ page, setpoint }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.inactive, point: 'PMP.Note', value: 'after the restart' })
  await screen.send({ mode: 'When online' })
  await screen.expectOutcome('Queued')
  await setpoint.restart('SIGTERM')
  await page.reload()
  await screen.expectOutcome('Queued')
  await screen.editor.getByRole('button', { name: 'Cancel it' }).click()
  await screen.editor.getByRole('button', { name: 'Yes, cancel it' }).click()
  await screen.expectOutcome('Not sent')
})

test('fifty presses with one key are one command', async ({ setpoint }) => {
  const key = randomUUID()
  const query = new URLSearchParams({
    action: 'setMeasurepoint',
    orgId: 'o15724268424841',
    assetId: devices.turbine,
    measurepointId: 'WTG.ActPowerLimit',
  })
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const response = await fetch(`${setpoint.url}/connect-service/v2.1/commands?${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: '{"value":3000.0}',
      })
      return ((await response.json()) as { data: { commandId: string } }).data.commandId
    }),
  )
  expect(new Set(answers).size).toBe(1)
  const conflict = await fetch(`${setpoint.url}/connect-service/v2.1/commands?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: '{"value":3000.00}',
  })
  expect(conflict.status).toBe(409)
})

test('two tabs: each sends to the device it shows, and both see both commands', async ({ page, context }) => {
  const first = new ControlScreen(page)
  const second = new ControlScreen(await context.newPage())
  await first.open({ asset: devices.turbine, point: 'WTG.PitchSet', value: '4.5' })
  await second.open({ asset: devices.rig, point: 'RIG.Int', value: '11' })
  const [one, two] = [await first.send(), await second.send()]
  expect(one).toContain('WTG-07')
  expect(two).toContain('Test rig')
  await first.expectOutcome('Done')
  await second.expectOutcome('Done')
  await first.commands.getByRole('button', { name: 'This device' }).click()
  await expect(first.commands.getByRole('link', { name: rowName('Whole number', 'Done') }).first()).toBeVisible()
})

test('back and reload keep what was chosen, and a link fills in a value without sending it', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig })
  await screen.choosePoint('Whole number')
  await screen.choosePoint('Switch')
  await page.goBack()
  await expect(screen.editor.getByRole('heading', { name: 'Whole number' })).toBeVisible()
  await page.reload()
  await expect(screen.editor.getByRole('heading', { name: 'Whole number' })).toBeVisible()

  const before = await recorded(page, devices.rig, 'RIG.Double')
  await screen.open({ asset: devices.rig, point: 'RIG.Double', value: '7.50', ttl: '600', timeout: '10' })
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('7.50')
  await expect(screen.editor.getByRole('radio', { name: 'When online' })).toBeChecked()
  await expect(screen.editor.getByText(/comes from a link/)).toBeVisible()
  expect(await recorded(page, devices.rig, 'RIG.Double')).toBe(before)
})

test('a live value that moves never touches what is being typed, and says that it moved', async ({ page, context }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Stepped' })
  await screen.ready()
  await screen.type('9.7')
  const other = new ControlScreen(await context.newPage())
  await other.open({ asset: devices.rig, point: 'RIG.Stepped', value: '3.1' })
  await other.send()
  await other.expectOutcome('Done')
  await expect(screen.editor.getByText(/The device now reports 3\.1/)).toBeVisible()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('9.7')
})
