import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { ControlScreen, devices, rowName } from './control-screen.ts'
import { type Setpoint, test } from './setpoint.ts'

const orgId = 'o15724268424841'

/** A send without the panel, as a script would make it. */
async function post(setpoint: Setpoint, query: Record<string, string>, body: string) {
  const search = new URLSearchParams({ action: 'setMeasurepoint', orgId, measurepointId: 'PMP.SpeedSet', ...query })
  const response = await fetch(`${setpoint.url}/connect-service/v2.1/commands?${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body,
  })
  return (await response.json()) as { code: number; data: { commandId: string } | null }
}

async function cancelAll(setpoint: Setpoint, assetId: string): Promise<void> {
  const search = new URLSearchParams({ action: 'cancel', orgId, assetId })
  await fetch(`${setpoint.url}/connect-service/v2.1/commands?${search}`, { method: 'POST' })
}

test('11902: the 51st waiting command is not kept, and the queue is shown to cancel from', async ({
  page,
  setpoint,
}) => {
  const screen = new ControlScreen(page)
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      post(setpoint, { assetId: devices.offline, pendingTtl: '3600' }, `{"value":${index}.5}`),
    ),
  )
  expect(answers.filter(({ code }) => code === 0)).toHaveLength(50)
  expect(answers.filter(({ code }) => code === 11902)).toHaveLength(10)

  await screen.open({ asset: devices.offline, point: 'PMP.Rank', value: '3' })
  await screen.send({ mode: 'When online' })
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText('Code 11902')).toBeVisible()
  await expect(screen.editor.getByRole('button', { name: 'Show the queue' })).toBeVisible()
  // The device itself tells of it as well, wherever one comes from.
  await page.getByRole('button', { name: 'Queue 50 of 50' }).click()
  await expect(page.getByRole('dialog', { name: /^Queue of Pump 9/ })).toBeVisible()
  await expect(page.getByText('50 of 50 places taken')).toBeVisible()
  const rows = page.getByRole('dialog').getByRole('listitem')
  await expect(rows).toHaveCount(50)
  await expect(rows.first()).toContainText(/until .*next in turn/)
  await expect(rows.nth(1)).toContainText(/in turn .*at most 30/)
  await page.getByRole('button', { name: 'Cancel Speed setpoint' }).first().click()
  await expect(page.getByText('49 of 50 places taken')).toBeVisible()
  await expect(page.getByText('next in turn')).toHaveCount(1)

  await page.getByRole('button', { name: /^Cancel all 49 waiting commands of / }).click()
  const cancelThese = page.getByRole('button', { name: 'Cancel these 49' })
  await expect(cancelThese).toBeDisabled()
  await page.getByRole('checkbox', { name: 'None of these 49 is wanted any more.' }).check()
  await cancelThese.click()
  await expect(page.getByText('Nothing waits for this device.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Queue \d/ })).toBeHidden()
})

test('11904: an instant command behind a busy queue is not sent, and what was in front is shown', async ({
  page,
  setpoint,
}) => {
  // 20 s each: they are in front for a minute, however long the page takes.
  for (const value of [1, 2, 3]) {
    await post(setpoint, { assetId: devices.queue, pendingTtl: '3600', timeout: '60' }, `{"value":${value}.0}`)
  }
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.queue, point: 'PMP.Rank', value: '3' })
  await screen.send({ wait: 2 })
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText('Code 11904')).toBeVisible()
  await screen.editor.getByRole('button', { name: 'Show what was in front' }).click()
  await expect(page.getByText('What was in front').first()).toBeVisible()
  await expect(page.getByText('Speed setpoint').first()).toBeVisible()
  await cancelAll(setpoint, devices.queue)
})

test('a kept command that the device does not come back for expires: not sent', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.disabled, point: 'PMP.Rank', value: '2' })
  await screen.send({ mode: 'When online', keep: 2 })
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText(/did not come online while the command was kept/)).toBeVisible()
})

test('a queued command is cancelled from its own page, one by one', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.inactive, point: 'PMP.Rank', value: '2' })
  await screen.send({ mode: 'When online' })
  await screen.expectOutcome('Queued')
  await screen.commands
    .getByRole('link', { name: rowName('Rank in the group', 'Queued') })
    .first()
    .click()
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /cancel/i })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: /Not sent|Cancell?ed/ }).first()).toBeVisible()
})

test('a queued command is sent when the device comes back', async ({ page, setpoint }) => {
  // It comes for ten seconds in every ninety.
  test.setTimeout(480_000)
  const screen = new ControlScreen(page)
  await post(setpoint, { assetId: devices.comesAndGoes, pendingTtl: '3600' }, '{"value":12.0}')
  await screen.open({ asset: devices.comesAndGoes, point: 'PMP.Rank', value: '6' })
  await screen.send({ mode: 'When online' })
  await screen.expectOutcome('Done', 360_000)
})
