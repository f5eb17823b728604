import { expect, type Page } from '@playwright/test'
import { boxAtRest } from './at-rest.ts'
import { axeOn } from './axe.ts'
import { ControlScreen, devices, rowName } from './control-screen.ts'
import { startFront } from './front.ts'
import { test } from './setpoint.ts'

const speed = 'PMP.SpeedSet'
/** A pump that no other journey sets; it answers at once. */
const quick = 'VwTI8iFO'
/** Seconds for a pump that never answers: on a busy machine so long may pass before the command has left. */
const silence = '6'

/** Sends to a pump, as another panel would, and waits for the answer. @returns the operation's id. */
async function sendTo(url: string, assetId: string, value: string, timeout = '30'): Promise<string> {
  const { gateways } = await (await fetch(`${url}/api/session`)).json()
  const query = new URLSearchParams({
    action: 'setMeasurepoint',
    orgId: gateways[0].orgId,
    assetId,
    measurepointId: speed,
    timeout,
  })
  const answer = await fetch(`${url}/connect-service/v2.1/commands?${query}`, {
    method: 'POST',
    body: `{"value":${value}}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': `e2e-${crypto.randomUUID()}` },
  })
  return answer.headers.get('setpoint-operation') ?? ''
}

const says = (page: Page, words: string) => expect(page.getByText(words, { exact: true })).toBeVisible()

test('changes reach the panel through proxies that buffer or refuse the stream, and at once when it passes', async ({
  page,
  setpoint,
}) => {
  const front = await startFront(() => setpoint.url)
  try {
    front.setStreams('buffers')
    await page.goto(`${front.url}/operations?asset=${quick}`)
    await says(page, 'Every few seconds')
    const rows = page.getByRole('table', { name: 'Commands' }).getByRole('link', { name: /^PMP.SpeedSet,/ })
    await expect(page.getByText(/No command yet|No command fits|commands? (is|are) found\./).first()).toBeVisible()
    const before = await rows.count()
    await sendTo(setpoint.url, quick, '41')
    await expect(rows).toHaveCount(before + 1)
    front.setStreams('refuses')
    await sendTo(setpoint.url, quick, '42')
    await says(page, 'Every few seconds')
    front.setDown(true)
    await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible()
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
  const id = await sendTo(setpoint.url, devices.silent, '47', silence)
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
  const { violations } = await axeOn(page).analyze()
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

test('the history is a table to walk by keyboard, that nothing moves while one reads in it', async ({
  page,
  setpoint,
}) => {
  for (let value = 1; value <= 30; value++) await sendTo(setpoint.url, devices.refuses, String(value))
  await page.goto(`/operations?asset=${devices.refuses}`)
  const table = page.getByRole('table', { name: 'Commands' })
  const rows = table.getByRole('row')
  await expect(table.getByRole('columnheader', { name: 'Point and device' })).toBeVisible()
  await rows.nth(1).getByRole('link').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(2).getByRole('link').first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByText('These are all.')).toBeInViewport()
  const last = page.locator(':focus')
  await expect(last).toBeInViewport()
  const before = await boxAtRest(last)
  for (const value of ['41', '42', '43']) await sendTo(setpoint.url, devices.refuses, value)
  const offered = page.getByRole('button', { name: '3 new commands' })
  await expect(offered).toBeVisible()
  expect(await last.boundingBox()).toEqual(before)
  const { violations } = await axeOn(page).analyze()
  expect(violations).toEqual([])
  await offered.click()
  await expect(offered).toBeHidden()
  await expect(rows.nth(1)).toContainText('43')
  await page.keyboard.press('Home')
  await rows.nth(1).getByRole('link').first().press('Enter')
  await expect(page).toHaveURL(/\/operations\/./)
})

test('the filters of the history stand in the address, are kept as a view, and go to a day', async ({
  page,
  setpoint,
}) => {
  await sendTo(setpoint.url, devices.refuses, '33')
  await sendTo(setpoint.url, quick, '34')
  await page.goto('/operations')
  await page.getByRole('button', { name: 'Last hour' }).click()
  await page.getByRole('button', { name: 'Refused', exact: true }).click()
  await page.getByLabel('Point', { exact: true }).fill(speed)
  await expect(page).toHaveURL(/since=1h/)
  await expect(page).toHaveURL(/outcome=refused/)
  await expect(page).toHaveURL(new RegExp(`point=${speed}`))
  await expect(page.getByText(/commands? (is|are) found\./)).toBeVisible()
  await page.getByRole('button', { name: 'Save this view' }).click()
  await page.getByLabel('Name of the view').fill('Refused speeds')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/operations$/)
  await page.reload()
  await page.getByRole('navigation', { name: 'Saved views' }).getByRole('link', { name: 'Refused speeds' }).click()
  await expect(page).toHaveURL(/outcome=refused/)
  await page.getByRole('button', { name: 'Remove the view Refused speeds' }).click()
  await page.getByLabel('Go to a day').fill('2020-01-02')
  await expect(page.getByText('No command fits these filters')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the newest' }).click()
  await expect(page.getByRole('link', { name: rowName(speed, 'Refused') }).first()).toBeVisible()
  await page
    .getByRole('link', { name: `Send ${speed} again` })
    .first()
    .click()
  await expect(page).toHaveURL(/value=33/)
  await expect(page.getByRole('button', { name: 'Review and send' })).toBeVisible()
})
