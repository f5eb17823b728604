import { expect, type Page } from '@playwright/test'
import { devices } from './control-screen.ts'
import { editing, type Sight } from './sight.ts'

const point = 'WTG.ReactPowerSet'

/** Takes the server away from the page, as a lost network does. */
async function loseServer(page: Page): Promise<void> {
  await page.route(/\/api\/|-service\//, (route) => route.abort())
  await page.evaluate(() => dispatchEvent(new Event('offline')))
  await expect(page.getByRole('alert').filter({ hasText: 'Connection to the server lost' })).toBeVisible()
}

async function findServer(page: Page): Promise<void> {
  await page.unrouteAll()
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

/** A draft for which all has come that it needs without a network. */
async function begun(page: Page) {
  const screen = await editing(devices.turbine, point)(page)
  await screen.type('40')
  await expect(screen.editor.getByText(/^(Certain|Likely|Open)$/).first()).toBeVisible()
  return screen
}

const keep = { name: 'Keep on this device, not sent' }

/** Keeps a second draft beside the one that is kept: of the day before yesterday. */
const keepOlder = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('setpoint-outbox')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const store = database.transaction('drafts', 'readwrite').objectStore('drafts')
          const all = store.getAll()
          all.onsuccess = () => {
            const [draft] = all.result
            store.put({ ...draft, id: 'older', deviceTime: draft.deviceTime - 48 * 3_600_000 })
          }
          store.transaction.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
  )

/** Nothing is kept for what is shown after it. */
const clearKept = (page: Page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes('setpoint.kept')) localStorage.removeItem(key)
    indexedDB.deleteDatabase('setpoint-outbox')
  })

/** What is seen without a network, and what is kept meanwhile. */
export const offlineSights: readonly Sight[] = [
  {
    name: 'reading-without-network',
    show: async (page) => {
      await editing(devices.turbine, point)(page)
      await loseServer(page)
      const points = page.getByRole('region', { name: 'Measurement points' })
      await expect(points.getByText(/^as of \d\d:\d\d$/)).toBeVisible()
    },
  },
  {
    name: 'draft-without-network',
    show: async (page) => {
      const screen = await begun(page)
      await loseServer(page)
      await expect(screen.editor.getByRole('button', keep)).toBeVisible()
    },
  },
  {
    name: 'review-without-network',
    show: async (page) => {
      const dialog = await (await begun(page)).review()
      await loseServer(page)
      await dialog.getByRole('checkbox', { name: /^Send only if it still reads/ }).check()
      await expect(dialog.getByRole('button', keep)).toBeVisible()
    },
  },
  {
    name: 'kept-drafts',
    show: async (page) => {
      const screen = await begun(page)
      await loseServer(page)
      await screen.editor.getByRole('checkbox', { name: /^Send only if it still reads/ }).check()
      await screen.editor.getByRole('button', keep).click()
      await expect(screen.editor.getByText('Kept here, not sent', { exact: true })).toBeVisible()
      await keepOlder(page)
      await findServer(page)
      await page.goto('/at/embedded/outbox')
      await expect(page.getByText(/it has to be typed again/)).toBeVisible()
      await expect(page.getByText(/Only if the device/).first()).toBeVisible()
    },
    after: clearKept,
  },
]
