import { type Browser, expect, type Page } from '@playwright/test'
import { freePorts } from '../scripts/free-ports.ts'
import { axeOn } from './axe.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { writeGatewaysFile } from './gateways-file.ts'
import { test as plain, Setpoint, startTimeout } from './setpoint.ts'

// One server for all of them.
plain.describe.configure({ mode: 'default' })

const password = 'correct horse battery'

/** A panel with two people and two gateways, shared by the tests of this file. */
const test = plain.extend<object, { people: Setpoint }>({
  people: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern even where a fixture needs no other
    async ({}, use) => {
      const [connectPort = 0] = await freePorts(1)
      const setpoint = new Setpoint({
        CONNECT_PORT: String(connectPort),
        ARGON2_MEMORY: '1024',
        ARGON2_PASSES: '1',
        SESSION_HOURS: '1',
      })
      setpoint.set('GATEWAYS_FILE', writeGatewaysFile(setpoint.folder, connectPort))
      setpoint.addPerson('maria', password, '--role', 'engineer', '--name', 'Maria Lindqvist')
      setpoint.addPerson('ola', password, '--role', 'operator', '--name', 'Ola Nordmann')
      await setpoint.start()
      await use(setpoint)
      await setpoint.remove()
    },
    { scope: 'worker', timeout: startTimeout },
  ],
  baseURL: async ({ people }, use) => use(people.url),
})

const point = `?asset=${devices.turbine}&point=WTG.ActPowerLimit`

async function fillIn(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Password', exact: true }).fill(words)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const account = (page: Page, name = 'Maria Lindqvist') => page.getByRole('button', { name: `Signed in as ${name}` })

async function signIn(page: Page, address: string, name = 'maria'): Promise<void> {
  await page.goto(address)
  await fillIn(page, name, password)
  await expect(account(page, name === 'maria' ? 'Maria Lindqvist' : 'Ola Nordmann')).toBeVisible()
}

const ended = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' })

/** As from another machine: every session of Maria ends. */
async function endEverywhere(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  await signIn(page, '/')
  await account(page).click()
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page
    .getByRole('dialog', { name: 'Sign out everywhere?' })
    .getByRole('button', { name: 'Sign out everywhere' })
    .click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await context.close()
}

test('nothing is shown before somebody signs in; a wrong password is told, the right one leads to where one wanted', async ({
  page,
}) => {
  await page.goto(`/${point}`)
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await expect(page).toHaveTitle('Sign in · Setpoint')
  expect((await axeOn(page).analyze()).violations).toEqual([])

  // With the keyboard alone.
  await page.keyboard.type('maria')
  await page.keyboard.press('Tab')
  await page.keyboard.type('not her password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('There is no account with this name and password.')
  await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(account(page)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Set measurement point' })).toBeVisible()

  await account(page).click()
  await expect(page.getByText('Engineer')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('after many wrong passwords the time to wait is counted down', async ({ page }) => {
  await page.goto('/')
  const wait = page.getByText(/^Try again in /)
  await expect(async () => {
    await fillIn(page, 'nobody', 'wrong')
    await expect(wait).toBeVisible({ timeout: 1000 })
  }).toPass({ timeout: 120_000, intervals: [0] })
  await expect(page.getByRole('alert')).toContainText('Signing in has failed too often')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeDisabled()
  const before = await wait.textContent()
  await expect(wait).not.toHaveText(before ?? '')
})

test('signing out everywhere ends this tab in the middle of a draft; after signing in it is still there and is sent', async ({
  page,
  browser,
  people,
}) => {
  await signIn(page, `/at/embedded/${point}`)
  const screen = new ControlScreen(page)
  await screen.ready()
  await screen.type('2750.5')
  await endEverywhere(browser, people.url)

  await expect(ended(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(ended(page)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Password', exact: true })).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(ended(page)).toBeHidden()

  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('2750.5')
  expect(await screen.send()).toContain('2,750.5')
  await screen.expectOutcome('Done')
  await expect(screen.editor.getByText('Maria Lindqvist')).toBeVisible()
})

test('who signs in after another finds none of their drafts, and the first finds them again', async ({ page }) => {
  await signIn(page, `/at/embedded/${point}`)
  const screen = new ControlScreen(page)
  const box = screen.editor.getByRole('textbox', { name: 'New value', exact: true })
  await screen.ready()
  await screen.type('2600.25')
  await page.context().clearCookies()
  await expect(ended(page)).toBeVisible()
  await fillIn(page, 'ola', password)
  await expect(account(page, 'Ola Nordmann')).toBeVisible()
  await screen.ready()
  await expect(box).not.toHaveValue('2600.25')

  await page.context().clearCookies()
  await expect(ended(page)).toBeVisible()
  await fillIn(page, 'maria', password)
  await expect(account(page)).toBeVisible()
  await expect(box).toHaveValue('2600.25')
})

test('with two gateways every address and link names its own, and each keeps its drafts', async ({ page }) => {
  await signIn(page, `/${point}`)
  await expect(page).toHaveURL(`/at/embedded/${point}`)
  const screen = new ControlScreen(page)
  const box = screen.editor.getByRole('textbox', { name: 'New value', exact: true })
  await screen.ready()
  await screen.type('2500.5')

  await page.getByRole('button', { name: /^EnOS: Embedded EnOS · Practice/ }).click()
  await expect(page.getByRole('link', { name: /Practice/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/at/plant/')
  await expect(page.getByRole('button', { name: /^EnOS: Production · Kestrel Ridge/ })).toBeVisible()

  await expect(page.getByRole('link', { name: /WTG-/ }).first()).toBeVisible()
  // All of one moment: the list is still being read, and a row that goes could not be asked.
  const addresses = await page
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(addresses.filter((href) => href.startsWith('/') && !href.startsWith('/at/plant/'))).toEqual([])
  await page.goto(`/at/plant/${point}`)
  await screen.ready()
  await expect(box).not.toHaveValue('2500.5')
  await screen.type('2400.5')
  await screen.send()
  await screen.expectOutcome('Done')
  await screen.editor.getByRole('link', { name: /details/i }).click()
  await expect(page).toHaveURL(/\/at\/plant\/operations\/./)
  const { pathname } = new URL(page.url())

  // A link to it under the other gateway is put right; the list of the other does not hold it.
  await page.goto(pathname.replace('/plant/', '/embedded/'))
  await expect(page).toHaveURL(pathname)
  await page.goto('/at/plant/operations')
  await expect(page.getByText('2,400.5').first()).toBeVisible()
  await page.goto('/at/embedded/operations')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('2,400.5')).toBeHidden()

  await page.goto(`/at/embedded/${point}`)
  await expect(box).toHaveValue('2500.5')

  await page.goto('/at/nowhere/')
  await expect(page.getByRole('heading', { name: 'There is no such EnOS here' })).toBeVisible()
  await page.getByRole('link', { name: /Kestrel Ridge/ }).click()
  await expect(page).toHaveURL('/at/plant/')
})

test('another person who signs in in one tab takes over the other as soon as it is turned to', async ({ page }) => {
  await signIn(page, `/at/embedded/${point}`)
  const other = await page.context().newPage()
  await other.goto('/at/embedded/')
  await account(other).click()
  await other.getByRole('button', { name: 'Sign out', exact: true }).click()
  await fillIn(other, 'ola', password)
  await expect(account(other, 'Ola Nordmann')).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('focus')))
  await expect(account(page, 'Ola Nordmann')).toBeVisible()
  await expect(ended(page)).toBeHidden()
})

test('the end of a session is told in good time, and signing in again puts it off', async ({ page }) => {
  await page.clock.install()
  await signIn(page, `/at/embedded/${point}`)
  const notice = page.getByText(/^You will be signed out at \d\d:\d\d$/)
  await expect(notice).toBeHidden()
  await page.clock.fastForward('46:00')
  await expect(notice).toBeVisible()
  await page.getByRole('button', { name: 'Sign in again' }).click()

  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('maria')
  await expect(dialog.getByRole('textbox', { name: 'Name' })).not.toBeEditable()
  expect((await axeOn(page).analyze()).violations).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Sign in again' }).click()
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(notice).toBeHidden()
})

plain('where nobody signs in, the account says that whoever reaches this address may set points', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await expect(page.getByText('Whoever reaches this address may set points.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden()
})
