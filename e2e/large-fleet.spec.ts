import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { writeLargeFleet } from '../bench/large-fleet/make-large-fleet.ts'
import { active } from './keyboard.ts'
import { Setpoint, test } from './setpoint.ts'

const file = join(mkdtempSync(join(tmpdir(), 'setpoint-large-')), 'fleet.json')

test.describe('a fleet of 3,000 devices', () => {
  writeLargeFleet(file, 3000)
  const setpoint = new Setpoint({ FLEET_FILE: file })
  test.beforeAll(() => setpoint.start())
  test.afterAll(() => setpoint.remove())

  test('is opened place by place, searched at the gateway, and never read whole', async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (/searchRelatedAsset|devices\?action=search/.test(request.url())) asked.push(request.postData() ?? '')
    })
    await page.goto(setpoint.url)
    const devices = page.getByRole('region', { name: 'Devices', exact: true })
    const site = devices.getByRole('button', { name: 'Site 0003' })
    await expect(site).toHaveAttribute('aria-expanded', 'false')
    await site.press('ArrowRight')
    await expect(site).toHaveAttribute('aria-expanded', 'true')
    await devices.getByRole('button', { name: 'Row 02 of 0003' }).click()
    await expect(devices.getByRole('link', { name: /WTG-003-074/ })).toBeVisible()
    await devices.getByRole('button', { name: 'Row 02 of 0003' }).press('ArrowLeft')
    await expect(devices.getByRole('link', { name: /WTG-003-074/ })).toHaveCount(0)

    const box = devices.getByRole('searchbox')
    await box.fill('003-12')
    await expect(devices.getByRole('status').filter({ hasText: '10 devices found' })).toHaveCount(1)
    await box.fill('WTG')
    await expect(devices.getByRole('heading', { name: '3000 devices found' })).toBeVisible()
    // The first page has 200: the end of the list asks for the next one.
    await expect(devices.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '202')
    await box.press('ArrowDown')
    await expect(devices.getByRole('listitem').locator(':focus')).toHaveCount(1)
    await page.keyboard.press('End')
    await expect(devices.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '402')
    await expect.poll(() => devices.getByRole('listitem').count()).toBeLessThan(80)
    await box.fill('dk-001577')
    await expect(devices.getByRole('heading', { name: '1 device found' })).toBeVisible()
    await devices.getByRole('link', { name: /WTG-003-077/ }).click()
    await expect(page.getByRole('heading', { name: 'WTG-003-077', level: 1 })).toBeVisible()
    await expect(page.getByText('Site 0003 › Row 03 of 0003')).toBeVisible()

    await box.fill('')
    await expect(devices.getByRole('link', { name: /WTG-003-077/ })).toHaveCount(2)
    await expect(devices.getByRole('button', { name: 'Row 03 of 0003' })).toHaveAttribute('aria-expanded', 'true')
    await box.fill('nowhere')
    await expect(devices.getByText('No device matches “nowhere”')).toBeVisible()

    // The palette asks the gateway too, and knows the devices of late.
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Find anything' })
    const options = palette.getByRole('option')
    await expect(options.filter({ hasText: 'WTG-003-077' })).toHaveCount(1)
    await expect(palette.getByRole('combobox')).toBeFocused()
    await page.keyboard.type('wtg-002-05')
    await expect(options.filter({ hasText: /^WTG-002-05/ }).first()).toBeVisible()
    await palette.getByRole('combobox').fill('dk-001577')
    await expect(options.filter({ hasText: 'WTG-003-077' })).toHaveCount(1)
    await palette.getByRole('combobox').fill('WTG-002-051')
    await expect(options.filter({ hasText: /^WTG-002-051/ })).toHaveCount(1)
    await expect.poll(() => active(page)).toMatch(/^WTG-002-051/)
    await page.keyboard.press('Enter')
    await expect(palette.getByRole('combobox')).toHaveAttribute('placeholder', /^A point of WTG-002-051/)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('heading', { name: 'WTG-002-051', level: 1 })).toBeVisible()

    // The history is narrowed to any of them, by name or by an id that is typed whole.
    await page.goto(`${setpoint.url}/operations`)
    const filter = page.getByRole('combobox', { name: 'Device' })
    await filter.fill('WTG-002-051')
    await expect(page).toHaveURL(/asset=/)
    await page.reload()
    await expect(filter).toHaveValue('WTG-002-051')
    await filter.fill('')
    await expect(page).not.toHaveURL(/asset=/)
    await filter.fill('dk-001577')
    await expect(page).toHaveURL(/asset=/)
    await expect(filter).toHaveValue('WTG-003-077')

    const unfiltered = asked.filter((body) => !/filter|expression/.test(body))
    expect(unfiltered.filter((body) => !body.includes('"pageNo":1,'))).toEqual([])
  })
})
