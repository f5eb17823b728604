import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { ControlScreen, devices } from './control-screen.ts'
import { type Setpoint, test } from './setpoint.ts'

const orgId = 'o15724268424841'

const post = (setpoint: Setpoint, query: Record<string, string>, body: string) =>
  fetch(
    `${setpoint.url}/connect-service/v2.1/commands?${new URLSearchParams({ orgId, measurepointId: 'PMP.SpeedSet', ...query })}`,
    { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body },
  )

test('what is to be expected stands over the button and in the review, and comes so', async ({ page }) => {
  const screen = new ControlScreen(page)
  const forecast = screen.editor.getByRole('note', { name: 'Forecast' })
  await screen.open({ asset: devices.offline, point: 'PMP.Rank', value: '4' })
  await expect(forecast).toContainText('Now would fail with 11900')
  await screen.chooseSending({ mode: 'When online' })
  await expect(forecast).toContainText(/kept for 1 h/)
  const dialog = await screen.review()
  await expect(dialog.getByRole('note', { name: 'Forecast' })).toContainText(/kept for 1 h/)
  await dialog.getByRole('button', { name: 'Back' }).click()
  await screen.send({ mode: 'Now' })
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText('Code 11900')).toBeVisible()
})

test('commands in front are told before a value joins them', async ({ page, setpoint }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.queue, point: 'PMP.Rank', value: '3' })
  const forecast = screen.editor.getByRole('note', { name: 'Forecast' })
  await expect(forecast).toBeVisible()
  // With the page there already: the first of them is in front for 20 s.
  for (const value of [1, 2]) {
    await post(
      setpoint,
      { action: 'setMeasurepoint', assetId: devices.queue, pendingTtl: '3600', timeout: '40' },
      `{"value":${value}.0}`,
    )
  }
  await expect(forecast).toContainText(
    /2 commands are in front: yours would wait behind them, the first has up to \d+ s/,
  )
  await post(setpoint, { action: 'cancel', assetId: devices.queue }, '')
})

test('a device that answers quickly needs no long wait: one press takes the shorter one', async ({
  page,
  setpoint,
}) => {
  for (const value of [11, 12, 13]) {
    await post(setpoint, { action: 'setMeasurepoint', assetId: 'fjmGVGKD' }, `{"value":${value}.0}`)
  }
  const screen = new ControlScreen(page)
  await screen.open({ asset: 'fjmGVGKD', point: 'PMP.SpeedSet', value: '14.0' })
  const forecast = screen.editor.getByRole('note', { name: 'Forecast' })
  await expect(forecast).toContainText(/usually answers within \d s/)
  await forecast.getByRole('button', { name: 'Wait 10 s' }).click()
  await expect(screen.editor.getByRole('radio', { name: '10 s' })).toBeChecked()
  await expect(forecast.getByRole('button')).toHaveCount(0)
})
