import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { ControlScreen, devices, rowName } from './control-screen.ts'
import { startFront } from './front.ts'
import { test } from './setpoint.ts'

const speed = 'PMP.SpeedSet'

/** Sends to a pump, as another panel would, and waits for the answer. @returns the operation's id. */
async function sendTo(url: string, assetId: string, value: string): Promise<string> {
  const { gateways } = await (await fetch(`${url}/api/session`)).json()
  const query = new URLSearchParams({
    action: 'setMeasurepoint',
    orgId: gateways[0].orgId,
    assetId,
    measurepointId: speed,
    timeout: '2',
  })
  const answer = await fetch(`${url}/connect-service/v2.1/commands?${query}`, {
    method: 'POST',
    body: `{"value":${value}}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': `e2e-${crypto.randomUUID()}` },
  })
  return answer.headers.get('setpoint-operation') ?? ''
}

const says = (page: Page, words: string) =>
  expect(page.getByText(words, { exact: true })).toBeVisible({ timeout: 20_000 })

test('changes reach the panel through proxies that buffer or refuse the stream, and at once when it passes', async ({
  page,
  setpoint,
}) => {
  const front = await startFront(() => setpoint.url)
  try {
    front.setStreams('buffers')
    await page.goto(`${front.url}/operations?asset=${devices.slow8}`)
    await says(page, 'Every few seconds')
    const rows = page.getByRole('region', { name: 'Commands' }).getByRole('listitem')
    const before = await rows.count()
    await sendTo(setpoint.url, devices.slow8, '41')
    await expect(rows).toHaveCount(before + 1)
    front.setStreams('refuses')
    await sendTo(setpoint.url, devices.slow8, '42')
    await says(page, 'Every few seconds')
    front.setDown(true)
    await says(page, 'Not connected')
    await says(page, 'Connection to the server lost')
    front.setStreams('passes')
    front.setDown(false)
    await says(page, 'Live')
    await expect(page.getByText('Connection to the server lost')).toBeHidden()
  } finally {
    await page.close()
    await front.stop()
  }
})

test('an unknown outcome is put on record by keyboard, with a reason, and the point is open again', async ({
  page,
  setpoint,
}) => {
  const id = await sendTo(setpoint.url, devices.silent, '47')
  await page.goto(`/operations/${id}`)
  await says(page, 'Have you looked yourself?')
  const reason = page.getByLabel('What did you check, and what did you find?')
  await reason.focus()
  await page.keyboard.type('Seen on the machine: still at 72.5 %.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'I have checked' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Checked by /).first()).toBeVisible()
  await expect(reason).toBeHidden()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations).toEqual([])
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.silent, point: speed, value: '48' })
  await screen.ready()
  const row = page.getByRole('link', { name: rowName(speed, 'Unknown') })
  await page.goto(`/operations?asset=${devices.silent}`)
  await expect(row.first()).toBeVisible()
  await expect(page.getByText('Checked by a person').first()).toBeVisible()
})

test('the history is saved as a file with the filters of the page', async ({ page, setpoint }) => {
  await sendTo(setpoint.url, devices.refuses, '33')
  await page.goto(`/operations?asset=${devices.refuses}`)
  await expect(page.getByText(/as a file:$/)).toBeVisible()
  const arrives = page.waitForEvent('download')
  await page.getByRole('link', { name: 'JSON lines' }).press('Enter')
  const file = await arrives
  expect(file.suggestedFilename()).toMatch(/^setpoint-operations-\d{4}-\d\d-\d\dT\d{6}Z\.jsonl$/)
  const lines: string[] = []
  for await (const part of await file.createReadStream()) lines.push(String(part))
  const operations = lines
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(new Set(operations.map(({ assetId }) => assetId))).toEqual(new Set([devices.refuses]))
  await page.goto('/operations?text=there-is-no-such-thing')
  await expect(page.getByText('Nothing is found that could be exported.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'CSV' })).toBeDisabled()
})
