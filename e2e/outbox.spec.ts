import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import { ControlScreen } from './control-screen.ts'
import { type Setpoint, test } from './setpoint.ts'

/** A turbine that no other journey sets. */
const asset = 'F1pacyd0'
const point = 'WTG.ActPowerLimit'
const setCall = '**/connect-service/v2.1/commands?action=setMeasurepoint*'

/** The commands for the point that EnOS has ever been given for the device, by its own count. */
async function commandsOf(setpoint: Setpoint): Promise<number> {
  const query = new URLSearchParams({ action: 'search', orgId: 'o15724268424841', assetId: asset })
  const response = await fetch(`${setpoint.url}/connect-service/v2.1/commands?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ pagination: { pageNo: 1, pageSize: 60 } }),
  })
  return ((await response.json()) as { data: unknown[] }).data.length
}

/** A tablet with the outbox as a person sees it. */
class Tablet extends ControlScreen {
  readonly context: BrowserContext
  readonly keep: Locator
  readonly link: Locator
  /** The files of the page that it shows. */
  private readonly came: string[] = []

  constructor(page: Page) {
    super(page)
    this.context = page.context()
    page.on('requestfinished', (request) => this.came.push(request.url()))
    this.keep = this.editor.getByRole('button', { name: 'Keep on this device, not sent' })
    this.link = page.getByRole('link', { name: /kept here, not sent$/ })
  }

  override async open(target: Parameters<ControlScreen['open']>[0]): Promise<void> {
    this.came.splice(0)
    await super.open(target)
  }

  /** A begun draft fetches all that its send may need: with that at hand the network may go. */
  async sendingPartsCame(): Promise<void> {
    const isThere = (part: string) => this.came.some((url) => url.includes(part))
    await expect.poll(() => ['/sending-', '/late'].every(isThere)).toBe(true)
  }

  /** The draft's card on the page of what is kept. */
  get card(): Locator {
    return this.page.getByRole('region', { name: /^Active power limit · / })
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await this.context.setOffline(isOffline)
    const lost = this.page.getByRole('alert').filter({ hasText: 'Connection to the server lost' })
    if (isOffline) await expect(lost).toBeVisible()
    else await expect(lost).toBeHidden()
  }

  /** Types a value, loses the network in the editor or the review, and keeps it. */
  async keepDraft(value: string, { inReview = false, onlyIf = false } = {}): Promise<void> {
    await this.open({ asset, point })
    // The first page of a tablet brings everything that works without a network.
    await expect(this.editor.getByRole('button', { name: 'Review and send' })).toBeVisible()
    await this.type(value)
    await expect(this.editor.getByText(/^(Certain|Likely|Open)$/).first()).toBeVisible()
    await this.sendingPartsCame()
    const place = inReview ? await this.review() : this.editor
    await this.setOffline(true)
    if (onlyIf) await place.getByRole('checkbox', { name: /^Send only if it still reads/ }).check()
    await place.getByRole('button', { name: 'Keep on this device, not sent' }).click()
    await expect(this.page.getByRole('dialog')).toBeHidden()
    await expect(this.editor.getByText('Kept here, not sent', { exact: true })).toBeVisible()
  }

  async openKept(): Promise<void> {
    await this.link.click()
    await expect(this.card).toBeVisible()
  }

  async release(): Promise<void> {
    await this.card.getByRole('link', { name: 'Check and release' }).click()
    await expect(this.editor.getByText('This is a draft that was kept here')).toBeVisible()
  }

  /** The last look, with the tick where one is asked for. */
  async confirm(): Promise<void> {
    const dialog = await this.review()
    const tick = dialog.getByRole('checkbox', { name: /^This is the right device and value/ })
    if (await tick.isVisible()) await tick.check()
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  }

  /** As if the tab was killed: nothing of the page may run any more. */
  async kill(): Promise<Tablet> {
    await this.page.close({ runBeforeUnload: false })
    return new Tablet(await this.context.newPage())
  }
}

/** Changes what is stored on the device of each kept draft. */
const changeStored = (page: Page, change: Record<string, unknown>) =>
  page.evaluate(async (parts) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('setpoint-outbox')
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = database.transaction('drafts', 'readwrite').objectStore('drafts')
    await new Promise<void>((resolve) => {
      const all = store.getAll()
      all.onsuccess = () => {
        for (const draft of all.result) {
          const shift = typeof parts.olderBy === 'number' ? parts.olderBy : 0
          store.put({ ...draft, ...parts, deviceTime: draft.deviceTime - shift })
        }
        store.transaction.oncomplete = () => resolve()
      }
    })
    database.close()
  }, change)

test('without a network a draft is kept, nothing leaves when it is back, and it is released once', async ({
  page,
  setpoint,
}) => {
  const tablet = new Tablet(page)
  const before = await commandsOf(setpoint)
  await tablet.keepDraft('2900.0', { inReview: true })
  await expect(tablet.link).toHaveAccessibleName('1 kept here, not sent')
  await tablet.openKept()
  await expect(tablet.card).toContainText('2,900.0 kW')
  await expect(tablet.card).toContainText('not known without a network')
  await expect(tablet.card.getByText('It can be released when the connection is back.')).toBeVisible()

  await tablet.setOffline(false)
  await expect(tablet.card.getByRole('link', { name: 'Check and release' })).toBeVisible()
  await expect(tablet.card).toContainText('unchanged')
  await expect(tablet.card).toContainText('no other command for this point')
  expect(await commandsOf(setpoint)).toBe(before)

  await tablet.release()
  await expect(tablet.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('2900.0')
  expect(await commandsOf(setpoint)).toBe(before)
  await tablet.confirm()
  await tablet.expectOutcome('Done')
  expect(await commandsOf(setpoint)).toBe(before + 1)
  await expect(tablet.link).toBeHidden()
  await page.goto('/outbox')
  await expect(page.getByText('Nothing is kept here')).toBeVisible()
})

test('a tab that is killed at any step never sends twice, and the next one knows how it stands', async ({
  page,
  setpoint,
}) => {
  const before = await commandsOf(setpoint)
  let tablet = new Tablet(page)

  // Before it is kept: nothing of it is left.
  await tablet.open({ asset, point })
  await tablet.ready()
  await tablet.type('2800.0')
  tablet = await tablet.kill()
  await tablet.page.goto('/outbox')
  await expect(tablet.page.getByText('Nothing is kept here')).toBeVisible()

  // After it is kept: it is there, and told of.
  await tablet.keepDraft('2810.0')
  tablet = await tablet.kill()
  await tablet.context.setOffline(false)
  await tablet.page.goto('/')
  await expect(tablet.page.getByText('1 draft is kept here, not sent')).toBeVisible()
  expect(await commandsOf(setpoint)).toBe(before)

  // In the middle of the release, and the send never left the device.
  await tablet.page.route(setCall, (route) => route.abort())
  await tablet.openKept()
  await tablet.release()
  const failed = tablet.page.waitForEvent('requestfailed', {
    predicate: (request) => request.url().includes('setMeasurepoint'),
    timeout: 90_000,
  })
  await tablet.confirm()
  await failed
  tablet = await tablet.kill()
  await tablet.page.goto('/outbox')
  await expect(tablet.card).toContainText('It is being found out whether it was sent')
  await expect(tablet.card).toContainText('did not arrive: nothing was sent')
  expect(await commandsOf(setpoint)).toBe(before)

  // In the middle of the release, and the server has it.
  const arrived = new Promise<void>((resolve) => {
    void tablet.page.route(setCall, async (route) => {
      await route.fetch()
      resolve()
    })
  })
  await tablet.release()
  await tablet.confirm()
  await arrived
  tablet = await tablet.kill()
  await tablet.page.goto('/outbox')
  await expect(tablet.card).toContainText('Released')
  await expect(tablet.card).toContainText('Done')
  await tablet.card.getByRole('button', { name: 'Understood' }).click()
  await expect(tablet.page.getByText('Nothing is kept here')).toBeVisible()
  expect(await commandsOf(setpoint)).toBe(before + 1)
})

test('of two tablets with drafts for one point the second is told what the first has done, asked, and held to what it expects', async ({
  browser,
  baseURL,
  setpoint,
}) => {
  const before = await commandsOf(setpoint)
  const tablets = await Promise.all(
    ['2700.0', '2600.0'].map(async (value, index) => {
      const tablet = new Tablet(await (await browser.newContext({ baseURL, locale: 'en-GB' })).newPage())
      await tablet.keepDraft(value, { inReview: index === 1, onlyIf: index === 1 })
      return tablet
    }),
  )
  const [first, second] = tablets
  if (!first || !second) throw new Error('two tablets are needed')
  for (const tablet of tablets) {
    await tablet.setOffline(false)
    await tablet.openKept()
  }
  await first.release()
  await first.confirm()
  await first.expectOutcome('Done')

  await expect(second.card).toContainText(/Local user set 2,700\.0 kW/)
  await expect(second.card).toContainText('changed since')
  await expect(second.card).toContainText(/Only if the device still reports .* kW, which it does not/)
  await second.release()
  const dialog = await second.review()
  await expect(dialog).toContainText('Something has changed since this was kept. Is it still right to set it?')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(dialog).toBeVisible()
  expect(await commandsOf(setpoint)).toBe(before + 1)
  await dialog.getByRole('checkbox', { name: /2,600\.0/ }).check()
  await expect(dialog).toContainText('The device now reports 2,700.0 kW: with this tick, nothing would be sent.')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await second.expectOutcome('Not sent')
  expect(await commandsOf(setpoint)).toBe(before + 1)

  // Still the same draft: without what it was to hold to, it leaves.
  await second.editor.getByRole('button', { name: 'Back to the value' }).click()
  await second.review()
  await dialog.getByRole('checkbox', { name: /^Send only if it still reads/ }).uncheck()
  await dialog.getByRole('checkbox', { name: /^This is the right device and value/ }).check()
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await second.expectOutcome('Done')
  expect(await commandsOf(setpoint)).toBe(before + 2)
  for (const { context } of tablets) await context.close()
})

test('a clock that is ten minutes off never makes a draft younger; one that is too old is typed again', async ({
  page,
  setpoint,
}) => {
  const tablet = new Tablet(page)
  const before = await commandsOf(setpoint)
  // Right while it is kept, then ten minutes ahead: for all anybody knows it was behind before.
  await page.clock.install({ time: Date.now() })
  await tablet.keepDraft('2500.0')
  await tablet.openKept()
  await expect(tablet.card).not.toContainText('The clock of this device was changed')
  await page.clock.setSystemTime(Date.now() + 600_000)
  await tablet.setOffline(false)
  await page.goto('/outbox')
  await expect(tablet.card).toContainText('The clock of this device was changed')
  await expect(tablet.card).toContainText(/1\d min ago/)

  // By its own clock five minutes less than a day old, it may be five minutes more.
  await changeStored(page, { olderBy: (24 * 60 - 5) * 60_000 })
  await page.reload()
  await expect(tablet.card).toContainText('it has to be typed again')
  await tablet.card.getByRole('link', { name: 'Type it again' }).click()
  await expect(tablet.editor).toContainText('It was to be 2,500.0 kW')
  const box = tablet.editor.getByRole('textbox', { name: 'New value', exact: true })
  await expect(box).toHaveValue('')
  await box.fill('2500.0')
  await tablet.confirm()
  await tablet.expectOutcome('Done')
  expect(await commandsOf(setpoint)).toBe(before + 1)
  await expect(tablet.link).toBeHidden()
})

test('drafts of another person stay hidden; cleared or missing storage is told, and nothing pretended', async ({
  page,
  context,
  setpoint,
}) => {
  const before = await commandsOf(setpoint)
  const tablet = new Tablet(page)
  await tablet.keepDraft('2400.0')
  await tablet.setOffline(false)
  await changeStored(page, { owner: { gatewayId: 'embedded', personId: 'somebody-else' } })
  await page.goto('/outbox')
  await expect(page.getByText('1 more is kept here by another person')).toBeVisible()
  await expect(page.getByText('2,400.0')).toBeHidden()
  await expect(page.getByText('1 draft that was kept here is gone')).toBeVisible()
  await page.getByRole('button', { name: 'Understood' }).click()
  await expect(page.getByText('1 draft that was kept here is gone')).toBeHidden()

  await tablet.keepDraft('2410.0')
  await tablet.setOffline(false)
  await page.evaluate(() => indexedDB.deleteDatabase('setpoint-outbox'))
  await page.goto('/')
  await expect(page.getByRole('alert').filter({ hasText: '1 draft that was kept here is gone' })).toBeVisible()
  await page.getByRole('button', { name: 'Understood' }).click()

  await context.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('', 'SecurityError')
    }
  })
  await tablet.open({ asset, point })
  await tablet.ready()
  await tablet.type('2420.0')
  await expect(tablet.editor.getByText(/^(Certain|Likely|Open)$/).first()).toBeVisible()
  await tablet.sendingPartsCame()
  await tablet.setOffline(true)
  await tablet.keep.click()
  await expect(tablet.editor.getByText('This browser cannot keep drafts')).toBeVisible()
  await expect(tablet.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('2420.0')
  expect(await commandsOf(setpoint)).toBe(before)
})
