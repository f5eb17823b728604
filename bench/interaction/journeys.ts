import type { Page } from '@playwright/test'
import { deviceAt } from '../large-fleet/make-large-fleet.ts'
import type { Step } from './slow-page.ts'

const devicesOf = (page: Page) => page.getByRole('region', { name: 'Devices', exact: true })
const pointsOf = (page: Page) => page.getByRole('region', { name: 'Measurement points' })
const editorOf = (page: Page) => page.getByRole('region', { name: 'Set measurement point' })
const valueBox = (page: Page) => editorOf(page).getByRole('textbox', { name: 'New value', exact: true })
const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Check and send' })

/** From a device that is found to a value that is confirmed. */
const setting = (point: string, value: string): Step[] => [
  [
    'choose the point',
    async (page) => {
      await pointsOf(page).getByText(point, { exact: true }).first().click()
      await valueBox(page).waitFor()
    },
  ],
  ['type the value', (page) => valueBox(page).pressSequentially(value)],
  [
    'review',
    async (page) => {
      await editorOf(page).getByRole('button', { name: 'Review and send' }).click()
      await dialogOf(page).waitFor()
    },
  ],
  [
    'send',
    async (page) => {
      await dialogOf(page).getByRole('button', { name: 'Send', exact: true }).click()
      await editorOf(page).getByRole('heading', { name: 'Done', exact: true }).waitFor()
    },
  ],
]

const finding = (name: string, typed: string, point: string): Step[] => [
  [
    'find the device',
    async (page) => {
      await devicesOf(page).getByRole('searchbox').pressSequentially(typed)
      await devicesOf(page).getByText(name).first().waitFor()
    },
  ],
  [
    'choose the device',
    async (page) => {
      await devicesOf(page).getByText(name).first().click()
      await pointsOf(page).getByText(point, { exact: true }).first().waitFor()
    },
  ],
]

export const usual = {
  address: '/?asset=6Bt59ySj&point=WTG.ActPowerLimit',
  steps: [...finding('WTG-07 Kestrel Ridge', 'WTG-07', 'Active power limit'), ...setting('Active power limit', '2851')],
}

/** In a fleet of `count` devices, of which the last has 5,000 points, with very many operations on record. */
export const large = (count: number): Step[] => {
  const { name } = deviceAt(count - 1)
  return [
    [
      'open a place',
      async (page) => {
        await devicesOf(page).getByRole('button', { name: 'Site 0001' }).click()
        await devicesOf(page).getByRole('button', { name: 'Row 00 of 0001' }).waitFor()
      },
    ],
    ...finding(name, name, 'Point 3'),
    [
      'find one of 5,000 points',
      async (page) => {
        await pointsOf(page).getByRole('searchbox').pressSequentially('P4321')
        await pointsOf(page).getByText('Point 4321', { exact: true }).waitFor()
      },
    ],
    ...setting('Point 4321', '42'),
    [
      'open the history',
      async (page) => {
        await page.getByRole('link', { name: 'History', exact: true }).first().click()
        await page.getByRole('table', { name: 'Commands' }).getByRole('link').nth(5).waitFor()
      },
    ],
    [
      'search its text',
      async (page) => {
        await page.getByRole('main').getByRole('searchbox').first().pressSequentially('pump 375')
        await page.getByRole('table', { name: 'Commands' }).getByText('Pump 375').first().waitFor()
      },
    ],
  ]
}
