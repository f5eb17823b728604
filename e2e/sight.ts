import { expect, type Page } from '@playwright/test'
import { ControlScreen } from './control-screen.ts'

export const park = 'QxLFicLz'

/** One thing that the panel can show: a page in one of its states. */
export interface Sight {
  name: string
  /** Whether somebody is signed in; an engineer unless it says otherwise. */
  who?: 'nobody'
  /** Shown on a screen this narrow only, px. */
  mostWidth?: number
  /** Brings a new page there. */
  show: (page: Page) => Promise<unknown>
  /** Takes back what it left in the browser; the page shows nothing after it. */
  after?: (page: Page) => Promise<unknown>
}

export type Target = Parameters<ControlScreen['open']>[0]

/** The control screen with a point, its value and the page below it read. */
export async function openPoint(page: Page, target: Target): Promise<ControlScreen> {
  const screen = new ControlScreen(page)
  await screen.open(target)
  await expect(screen.editor.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await expect(screen.commands).toBeVisible()
  return screen
}

export const editing = (asset: string, point: string, value?: string) => async (page: Page) => {
  const screen = await openPoint(page, { asset, point, ...(value === undefined ? {} : { value }) })
  await screen.ready()
  return screen
}

export const titled = (path: string, title: string | RegExp) => async (page: Page) => {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: title }).first()).toBeVisible()
}

export const signedOut = async (page: Page) => {
  await page.goto('/at/embedded/')
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible()
}
