import { expect, type Page } from '@playwright/test'
import { type ControlScreen, devices } from './control-screen.ts'
import { editing, openPoint, park, type Sight, type Target } from './sight.ts'

/** What stands at a point without anything having been sent from here. */
const standing = (asset: string, point: string, word: Parameters<ControlScreen['expectOutcome']>[0]) => (page: Page) =>
  openPoint(page, { asset, point }).then((screen) => screen.expectOutcome(word))

const sent = (target: Target, word: Parameters<ControlScreen['expectOutcome']>[0]) => async (page: Page) => {
  const screen = await openPoint(page, target)
  await screen.ready()
  await screen.send()
  await screen.expectOutcome(word)
  return screen
}

const lists = '**/api/operations?**'

/** The editor with each kind of value, the review, and what may become of a send. */
export const editorSights: readonly Sight[] = [
  { name: 'number', show: editing(devices.turbine, 'WTG.ActPowerLimit', '2850.0') },
  {
    name: 'number-wrong',
    show: async (page) => {
      const screen = await editing(devices.turbine, 'WTG.ActPowerLimit', '99999')(page)
      await screen.editor.getByRole('button', { name: 'Review and send' }).click()
      await expect(screen.editor.locator('[aria-invalid="true"]').first()).toBeVisible()
    },
  },
  {
    name: 'number-sense',
    show: async (page) => {
      const screen = await editing(devices.turbine, 'WTG.ActPowerLimit')(page)
      await expect(screen.editor.getByText('3,300.0').first()).toBeVisible()
      await screen.type('330.0')
      await expect(screen.editor.getByText(/About a tenth of the usual/)).toBeVisible()
    },
  },
  {
    name: 'trend',
    show: async (page) => {
      const screen = await editing(devices.turbine, 'WTG.ReactPowerSet')(page)
      await screen.type('40')
      const hour = screen.editor.getByRole('region', { name: 'Reported values, Last hour' })
      await expect(hour.getByRole('list', { name: 'Marks in the plot' })).toContainText('40')
      await hour.getByRole('button', { name: 'Show as a table' }).click()
      await expect(hour.getByRole('table')).toBeVisible()
      await hour.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'drafts-side-by-side',
    show: async (page) => {
      await (await editing(devices.rig, 'RIG.Double')(page)).type('5.5')
      await (await editing(devices.turbine, 'WTG.ReactPowerSet')(page)).type('40')
      await expect(page.getByRole('navigation', { name: 'Open drafts' }).getByRole('listitem')).toHaveCount(2)
      const beside = page.getByRole('button', { name: /^Show .* beside$/ }).first()
      if (await beside.isVisible()) await beside.click()
    },
  },
  {
    name: 'number-pad',
    show: async (page) => {
      const screen = await editing(devices.turbine, 'WTG.ActPowerLimit', '2850.0')(page)
      await screen.editor.getByRole('button', { name: 'Number pad' }).click()
      await expect(screen.editor.getByRole('group', { name: /^Number pad/ })).toBeVisible()
    },
  },
  { name: 'stepped', show: editing(devices.rig, 'RIG.Stepped', '3.1') },
  { name: 'bool', show: editing(devices.rig, 'RIG.Bool', 'true') },
  { name: 'enum', show: editing(devices.turbine, 'WTG.Mode', '2') },
  { name: 'text', show: editing(devices.rig, 'RIG.Text') },
  { name: 'date', show: editing(devices.rig, 'RIG.Date') },
  { name: 'timestamp', show: editing(devices.rig, 'RIG.Timestamp') },
  { name: 'array', show: editing(devices.rig, 'RIG.Ints') },
  { name: 'struct', show: editing(devices.rig, 'RIG.Struct') },
  {
    name: 'struct-json',
    show: async (page) => {
      const screen = await editing(devices.turbine, 'WTG.CurtailPlan')(page)
      await screen.editor.getByText(/JSON/).first().click()
      await expect(page.locator('.cm-editor').first()).toBeVisible()
    },
  },
  {
    name: 'read-only',
    show: async (page) => {
      await page.goto(`/at/embedded/?asset=${devices.turbine}&point=WTG.WindSpeed&all=1`)
      await expect(page.getByText('The model says that this point cannot be set.')).toBeVisible()
    },
  },
  {
    name: 'sending-options',
    show: async (page) => {
      const screen = await editing(devices.offline, 'PMP.Note', 'x')(page)
      await screen.chooseSending({ mode: 'When online', wait: 0 })
    },
  },
  {
    name: 'review-confirm',
    show: async (page) => {
      const screen = await editing(devices.turbine, 'WTG.ActPowerLimit', '2850.0')(page)
      const dialog = await screen.review()
      await dialog.getByRole('button', { name: 'Send', exact: true }).click()
      await expect(dialog.getByText('Look at device and value, and tick this.')).toBeVisible()
    },
  },
  {
    name: 'review-critical',
    show: async (page) => {
      const screen = await editing(park, 'PPC.VoltSet', '131.5')(page)
      const dialog = await screen.review()
      await expect(dialog.getByRole('button', { name: 'Hold to send' })).toBeVisible()
    },
  },
  {
    name: 'waiting',
    show: sent({ asset: devices.slow8, point: 'PMP.SpeedSet', value: '55', timeout: '30' }, 'Sent, waiting'),
  },
  { name: 'done', show: sent({ asset: devices.rig, point: 'RIG.Float', value: '4.5' }, 'Done') },
  { name: 'refused', show: sent({ asset: devices.refuses, point: 'PMP.SpeedSet', value: '33' }, 'Refused') },
  {
    name: 'not-sent',
    show: sent({ asset: devices.offline, point: 'PMP.SpeedSet', value: '44' }, 'Not sent'),
  },
  { name: 'unknown', show: standing(devices.silent, 'PMP.SpeedSet', 'Unknown') },
  { name: 'queued', show: standing(devices.offline, 'PMP.PressureSet', 'Queued') },
  {
    name: 'no-answer-to-the-send',
    show: async (page) => {
      const screen = await editing(devices.rig, 'RIG.Int', '7')(page)
      await page.route('**/commands?action=setMeasurepoint**', (route) => route.abort())
      await page.route(lists, (route) => route.abort())
      await screen.send()
      await expect(screen.editor.getByRole('heading', { level: 3 }).nth(1)).toBeVisible()
    },
  },
  {
    name: 'queue',
    show: async (page) => {
      const screen = await openPoint(page, { asset: devices.offline, point: 'PMP.PressureSet' })
      await screen.editor.getByRole('button', { name: 'Show the queue' }).click()
      await expect(page.getByRole('dialog').getByText(/of 50 places taken/)).toBeVisible()
    },
  },
]
