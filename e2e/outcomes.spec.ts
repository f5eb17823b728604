import { expect } from '@playwright/test'
import { ControlScreen, devices, type OutcomeWord } from './control-screen.ts'
import { test } from './setpoint.ts'

interface Case {
  title: string
  device: string
  point: string
  value: string
  wait: number
  word: OutcomeWord
  code: number
  /** Whether the device could have acted, as the screen says it. */
  acted: RegExp
  /** The button that helps. */
  button: string | null
}

const no = /^No\. Nothing was sent/
const possibly = /^Possibly\./
/** Seconds for a device that never answers: so long may pass on a busy machine before a command leaves, and it has to have left. */
const silence = 6

const cases: Case[] = [
  {
    title: 'the device is offline',
    device: devices.offline,
    point: 'PMP.SpeedSet',
    value: '40',
    wait: 30,
    word: 'Not sent',
    code: 11900,
    acted: no,
    button: 'Queue it instead',
  },
  {
    title: 'the device is disabled',
    device: devices.disabled,
    point: 'PMP.SpeedSet',
    value: '40',
    wait: 30,
    word: 'Not sent',
    code: 11900,
    acted: no,
    button: 'Queue it instead',
  },
  {
    title: 'the device was never activated',
    device: devices.inactive,
    point: 'PMP.SpeedSet',
    value: '40',
    wait: 30,
    word: 'Not sent',
    code: 11888,
    acted: no,
    button: null,
  },
  {
    title: 'the device never answers',
    device: devices.silent,
    point: 'PMP.SpeedSet',
    value: '40',
    wait: silence,
    word: 'Unknown',
    code: 11915,
    acted: possibly,
    button: 'I have checked',
  },
  {
    title: 'the device acts but never answers',
    device: devices.actsSilently,
    point: 'PMP.SpeedSet',
    value: '41',
    wait: silence,
    word: 'Unknown',
    code: 11915,
    acted: possibly,
    button: 'I have checked',
  },
  {
    title: 'the device refuses',
    device: devices.refuses,
    point: 'PMP.SpeedSet',
    value: '40',
    wait: 30,
    word: 'Refused',
    code: 2041,
    acted: /^No\. The device answered/,
    button: null,
  },
  {
    title: 'the value cannot be encoded',
    device: devices.encodes,
    point: 'DOS.RateSet',
    value: '1000',
    wait: 30,
    word: 'Not sent',
    code: 11810,
    acted: no,
    button: 'Edit the value',
  },
  {
    title: 'the script of the product never ends',
    device: devices.scriptHangs,
    point: 'DOS.RateSet',
    value: '10',
    wait: 30,
    word: 'Not sent',
    code: 11810,
    acted: no,
    button: 'Edit the value',
  },
  {
    title: 'the script of the product returns rubbish',
    device: devices.scriptRubbish,
    point: 'DOS.RateSet',
    value: '10',
    wait: 30,
    word: 'Not sent',
    code: 11810,
    acted: no,
    button: 'Edit the value',
  },
]

for (const { title, device, point, value, wait, word, code, acted, button } of cases) {
  test(`${code} where ${title}: ${word}, with its three answers`, async ({ page }) => {
    const screen = new ControlScreen(page)
    await screen.open({ asset: device, point })
    await screen.ready()
    await screen.type(value)
    await screen.send({ wait })
    await screen.expectOutcome(word)
    await expect(screen.editor.getByText(`Code ${code}`)).toBeVisible()
    await expect(screen.editor.getByText(acted)).toBeVisible()
    if (button) await expect(screen.editor.getByRole('button', { name: button })).toBeVisible()
    await expect(screen.commands.getByRole('listitem').first()).toContainText(String(code))
  })
}

test('a refusal shows the words of the device', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.refuses, point: 'PMP.SpeedSet', value: '33' })
  await screen.send()
  await screen.expectOutcome('Refused')
  await expect(screen.editor.getByText('valve jammed').first()).toBeVisible()
})

test('an offline device can be given the value for later, as a fresh draft that a person sends', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.offline, point: 'PMP.PressureSet', value: '4.5' })
  await screen.send()
  await screen.expectOutcome('Not sent')
  await screen.editor.getByRole('button', { name: 'Queue it instead' }).click()
  await expect(screen.editor.getByRole('radio', { name: 'When online' })).toBeChecked()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('4.5')
  await screen.send()
  await screen.expectOutcome('Queued')
  await screen.editor.getByRole('button', { name: 'Cancel it' }).click()
  await screen.editor.getByRole('button', { name: 'Yes, cancel it' }).click()
  await screen.expectOutcome('Not sent')
})

test('an unknown outcome is cleared up by what the device reports, with its evidence in words', async ({ page }) => {
  // The device reports of itself once a minute, and only a report that is surely newer than the send counts.
  test.setTimeout(480_000)
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.actsSilently, point: 'PMP.Rank', value: '5' })
  await screen.send({ wait: silence })
  await screen.expectOutcome('Unknown')
  await expect(screen.editor.getByText('Confirmed late')).toBeVisible({ timeout: 240_000 })
  await expect(screen.editor.getByText(/^The device reported 5 at .* after the send\./)).toBeVisible()
  await expect(screen.editor.getByRole('button', { name: 'I have checked' })).toBeHidden()
  await screen.editor.getByRole('button', { name: 'Set another value' }).click()
  await screen.type('6')
  await screen.send({ wait: silence })
  await screen.expectOutcome('Unknown')
})

test('sending again after an unknown outcome asks for a word and a reason, which stay on record', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.silent, point: 'PMP.Rank', value: '5' })
  await screen.send({ wait: silence })
  await screen.expectOutcome('Unknown')
  await expect(screen.editor.getByText('Looking for evidence')).toBeVisible()
  await screen.editor.getByRole('button', { name: 'I have checked' }).click()
  await expect(screen.editor.getByText('Write what you have checked.')).toBeVisible()
  await screen.expectOutcome('Unknown')
  await screen.editor.getByRole('button', { name: 'Looked at the machine: it did not act.' }).click()
  await screen.editor.getByRole('button', { name: 'I have checked' }).click()
  await expect(screen.editor.getByRole('textbox', { name: 'New value', exact: true })).toHaveValue('5')
  // The word is on record: the server, which had held the point back, lets the next one through.
  await screen.send({ wait: silence })
  await screen.expectOutcome('Unknown')
})

test('while it waits, the seconds count down and a second press can do nothing', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.slow8, point: 'PMP.SpeedSet', value: '55' })
  await screen.send({ wait: 20 })
  await screen.expectOutcome('Sent, waiting')
  await expect(screen.editor.getByText(/\d+ seconds? left/).first()).toBeVisible()
  await expect(screen.editor.getByRole('button', { name: 'Review and send' })).toBeHidden()
  await screen.expectOutcome('Done')
})

test('a device that limits by itself is done, and its own value is shown beside what was asked for', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.clamps, point: 'PMP.SpeedSet', value: '80' })
  await screen.send()
  await screen.expectOutcome('Done')
  await expect(screen.editor.getByText(/^Last report: 50 % at .* after the send$/)).toBeVisible()
  // The words above it are of the same report.
  await expect(screen.editor.getByText(/^Reported since the send\./)).toBeVisible()
  await expect(screen.editor.getByText(/not reported/i)).toHaveCount(0)
})

test('a point the look-ups do not know is refused by EnOS with 99404, in its own words', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.turbine, point: 'WTG.NoSuchPoint', value: '1.0' })
  await screen.send()
  await screen.expectOutcome('Not sent')
  await expect(screen.editor.getByText('Code 99404')).toBeVisible()
})

test('a device entered by its keys can be set', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Enter ids by hand' }).click()
  const dialog = page.getByRole('dialog', { name: 'Enter ids by hand' })
  await dialog.getByText('Product key and device key').click()
  await dialog.getByRole('textbox', { name: 'Product key' }).fill('wtgEN156')
  await dialog.getByRole('textbox', { name: 'Device key' }).fill('wtg-08')
  await dialog.getByRole('textbox', { name: 'Measurement point id' }).fill('WTG.ActPowerLimit')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  const screen = new ControlScreen(page)
  await screen.type('2850.0')
  await screen.expectBody('{"value":2850.0}')
  await screen.send()
  await screen.expectOutcome('Done')
})
