import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { ControlScreen, devices } from './control-screen.ts'
import { copyPanel } from './new-panel.ts'
import { test as plain, Setpoint } from './setpoint.ts'

/*
 * The panel that is installed: it opens without a network and lets its person read what was kept, and takes a new version
 * of itself when nothing is begun.
 */

const password = 'correct horse battery'

/** A panel with two people, whose files can be changed; each test has its own. */
const test = plain.extend<{ panel: ReturnType<typeof copyPanel>; people: Setpoint }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern even where a fixture needs no other
  panel: async ({}, use) => {
    const panel = copyPanel()
    await use(panel)
    panel.remove()
  },
  people: async ({ panel }, use) => {
    const settings = { WEB_DIR: panel.folder, ARGON2_MEMORY: '1024', ARGON2_PASSES: '1' }
    const setpoint = new Setpoint(settings)
    setpoint.addPerson('maria', password, '--role', 'engineer', '--name', 'Maria Lindqvist')
    setpoint.addPerson('ola', password, '--role', 'operator', '--name', 'Ola Nordmann')
    await setpoint.start()
    await use(setpoint)
    await setpoint.remove()
  },
  baseURL: async ({ people }, use) => use(people.url),
})
test.use({ serviceWorkers: 'allow' })

const account = (page: Page) => page.getByRole('button', { name: /^Signed in as/ })

async function fillIn(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(account(page)).toBeVisible()
}

async function signOut(page: Page, everywhere = false): Promise<void> {
  await account(page).click()
  if (everywhere) {
    await page.getByRole('button', { name: 'Sign out everywhere…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  } else await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}

async function endSessionElsewhere(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ baseURL: url, serviceWorkers: 'block' })
  const page = await context.newPage()
  await page.goto('/')
  await fillIn(page, 'maria')
  await signOut(page, true)
  await context.close()
}

/** The answers that this browser keeps, as the database has them: of which kind, and as text. */
const keptAnswers = (page: Page): Promise<{ kind: string; text: string }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('setpoint-kept')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          if (!database.objectStoreNames.contains('answers')) return resolve([])
          const reading = database.transaction('answers').objectStore('answers').getAll()
          reading.onsuccess = () => {
            database.close()
            const text = (form: unknown) => JSON.stringify(form) ?? ''
            resolve(reading.result.map(({ queryKey, form }) => ({ kind: String(queryKey[0]), text: text(form) })))
          }
        }
      }),
  )

const keptKinds = async (page: Page) => (await keptAnswers(page)).map(({ kind }) => kind)

const isControlled = (page: Page) =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')

const marked = (page: Page) => page.evaluate(() => document.body.setAttribute('data-same-page', ''))
const isSamePage = (page: Page) => expect(page.locator('body[data-same-page]')).toBeVisible()

async function reopen(context: BrowserContext, page: Page, address: string): Promise<Page> {
  await page.close()
  const next = await context.newPage()
  await next.goto(address)
  return next
}

const asOf = /^as of \d\d:\d\d$/

test('without a network the panel opens and its person reads on, as of a time; another sees nothing, nor does anybody after signing out', async ({
  browser,
  context,
  people,
  page: first,
}) => {
  const address = `/?asset=${devices.turbine}&point=WTG.ActPowerLimit`
  await first.goto(address)
  await fillIn(first, 'maria')
  const screen = new ControlScreen(first)
  await screen.ready()
  await screen.type('2850.0')
  await screen.send()
  await screen.expectOutcome('Done')
  await isControlled(first)
  const devtools = await context.newCDPSession(first)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A browser that a test opens counts as a private one.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
  await expect
    .poll(() => keptKinds(first))
    .toEqual(expect.arrayContaining(['devices', 'trees', 'device', 'model', 'latest', 'operations', 'operation-pages']))
  await expect
    .poll(async () => (await keptAnswers(first)).some(({ kind, text }) => kind === 'latest' && text.includes('2850.0')))
    .toBe(true)
  const files = await first.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
    return caches_.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(files.length).toBeGreaterThan(20)
  expect(files.filter((path) => /^\/(api|[a-z-]+-service)(\/|$)/.test(path))).toEqual([])

  await context.setOffline(true)
  await expect(first.getByRole('banner').getByText(/^No connection, as of \d\d:\d\d$/)).toBeVisible()
  await expect(first.getByRole('alert').getByText('Connection to the server lost')).toBeVisible()

  const page = await reopen(context, first, address)
  await expect(page.getByRole('alert').getByText('No connection to the server')).toBeVisible()
  await expect(page.getByText('It was read on this device by Maria Lindqvist.')).toBeVisible()
  const list = page.locator('section', { has: page.getByRole('searchbox', { name: 'Find an asset or device' }) })
  await expect(list.getByText(asOf)).toBeVisible()
  await expect(list.getByRole('link', { name: /WTG-07 Kestrel Ridge/ }).first()).toBeVisible()
  const points = page.getByRole('region', { name: 'Measurement points' })
  const limit = points.getByRole('link', { name: /Active power limit/ })
  await expect(limit).toContainText('2,850.0')
  await expect(limit).toContainText(/ago|just now/)
  await expect(points.getByText(asOf)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Commands' }).getByText(asOf)).toBeVisible()

  // No call was answered by anything but the server: not to read, not as a page.
  expect(
    await page.evaluate(() =>
      Promise.all(
        ['/api/session', '/api/operations?limit=1'].map((path) =>
          fetch(path).then(
            () => 'answered',
            () => 'failed',
          ),
        ),
      ),
    ),
  ).toEqual(['failed', 'failed'])

  await page.getByRole('link', { name: 'History', exact: true }).click()
  const row = page.getByRole('link', { name: /Active power limit/ }).first()
  await expect(row).toBeVisible()
  await expect(page.getByText(asOf)).toBeVisible()
  await row.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2,850.0')
  await expect(page.getByText(asOf)).toBeVisible()
  await page.goto(`/?asset=${devices.rig}`)
  await expect(page.getByText(/^Nothing of this is kept on this device/).first()).toBeVisible()

  await marked(page)
  await context.setOffline(false)
  await expect(page.getByText('No connection to the server')).toBeHidden()
  await expect(points.getByRole('link').first()).toBeVisible()
  await expect(page.getByText(asOf)).toHaveCount(0)
  await isSamePage(page)

  // Pages come from what is kept, with the security headers of the server; what is the server's does not.
  const opened = await page.goto('/at/embedded/operations')
  expect(opened?.fromServiceWorker()).toBe(true)
  expect(opened?.headers()['content-security-policy']).toContain("default-src 'self'")
  const signInWays = await page.goto('/api/sign-in')
  expect(signInWays?.fromServiceWorker()).toBe(false)
  expect(signInWays?.headers()['content-type']).toContain('json')
  // The way to an identity provider and back is the server's from end to end.
  for (const path of ['/api/sign-in/oidc', '/api/sign-in/oidc/callback?code=c&state=s']) {
    const answered = page.waitForResponse((response) => response.url().endsWith(path))
    await page.goto(path)
    expect((await answered).fromServiceWorker(), path).toBe(false)
  }

  // Whose session ended meanwhile sees nothing until they sign in, also not by leaving the network again.
  await context.setOffline(true)
  const other = await reopen(context, page, address)
  await expect(other.getByText('No connection to the server')).toBeVisible()
  await endSessionElsewhere(browser, people.url)
  await context.setOffline(false)
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await context.setOffline(true)
  await other.reload()
  await expect(other.getByText('Nothing is kept on this device that could be read meanwhile.')).toBeVisible()
  await context.setOffline(false)
  await expect(other.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await fillIn(other, 'maria')
  await expect(other.getByRole('region', { name: 'Set measurement point' })).toBeVisible()
  await expect.poll(() => keptKinds(other)).toContain('latest')

  await signOut(other)
  expect(await keptKinds(other)).toEqual([])
  await context.setOffline(true)
  await other.reload()
  await expect(other.getByText('Nothing is kept on this device that could be read meanwhile.')).toBeVisible()
})

test('a new version waits for the drafts of every tab, says so, and can be taken at once; the old one works on until then', async ({
  context,
  panel,
  page,
}) => {
  // Three builds, each looked for, fetched whole and taken.
  test.setTimeout(900_000)
  const html = page.locator('html')
  // A browser lets the old worker end what it has begun, for up to five minutes.
  const taken = { timeout: 330_000 }
  const look = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  const ready = page.getByText('A new version of Setpoint is ready')
  const updated = page.getByText('Updated to the new version').first()
  await page.goto(`/?asset=${devices.turbine}&point=WTG.ActPowerLimit`)
  await fillIn(page, 'maria')
  const screen = new ControlScreen(page)
  await screen.ready()
  await isControlled(page)

  await test.step('with a draft', async () => {
    await screen.type('2900')
    await marked(page)
    panel.build('2')
    await look()
    await expect(ready).toBeVisible()
    await expect(page.getByText('It is taken when your draft is sent or put away.')).toBeVisible()
    panel.removeFiles()
    await page.getByRole('link', { name: 'Error codes' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Error codes' })).toBeVisible()
    await page.goBack()
    await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('2900')
    await isSamePage(page)
    panel.restoreFiles()
  })

  await test.step('another tab does not take it either', async () => {
    const second = await context.newPage()
    await second.goto('/errors')
    await expect(second.getByText(/^It is taken when nothing is begun any more in the other tabs/)).toBeVisible()
    await second.close()
    await isSamePage(page)
  })

  await test.step('it is taken when the draft is put away', async () => {
    await screen.editor.getByRole('button', { name: 'Discard' }).click()
    await expect(html).toHaveAttribute('data-build', '2', taken)
    await expect(updated).toBeVisible()
  })

  await test.step('or at once, and the draft is still there', async () => {
    await screen.ready()
    await screen.type('2901.50')
    panel.build('3')
    await look()
    await expect(ready).toBeVisible()
    await page.getByRole('button', { name: 'Take it now…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Take the new version now?' })
    await expect(dialog.getByText(/check each before you send it/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Take it now' }).click()
    await expect(html).toHaveAttribute('data-build', '3', taken)
    await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('2901.50')
    await expect(updated).toBeVisible()
  })
})
