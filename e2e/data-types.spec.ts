import { expect } from '@playwright/test'
import { ControlScreen, devices } from './control-screen.ts'
import { test } from './setpoint.ts'

interface Journey {
  point: string
  id: string
  /** Fills the editor as a person would. */
  fill(screen: ControlScreen): Promise<void>
  body: string
}

const typed = (value: string) => (screen: ControlScreen) => screen.type(value)
// The device may report the same word.
const picked = (name: string) => (screen: ControlScreen) =>
  screen.editor.locator('label').getByText(name, { exact: true }).click()

/** Replaces all elements by pasting a list, then changes the last one by typing. */
const listed = (pasted: string, last: string, index: number) => async (screen: ControlScreen) => {
  await screen.editor.getByRole('button', { name: 'Paste a list' }).click()
  await screen.editor.getByRole('textbox', { name: 'Values to take over' }).fill(pasted)
  await screen.editor.getByRole('button', { name: /^Replace all by/ }).click()
  await screen.editor.getByRole('textbox', { name: `Element ${index}`, exact: true }).fill(last)
}

const member = (screen: ControlScreen, name: string) =>
  screen.editor.getByRole('textbox', { name: new RegExp(`^${name}`) })

/** Two values for each type: one to send now, one to keep for the device. */
const journeys: Record<string, [Journey, Journey]> = {
  INT: [
    { point: 'Whole number', id: 'RIG.Int', fill: typed('2147483647'), body: '{"value":2147483647}' },
    { point: 'Whole number', id: 'RIG.Int', fill: typed('-7'), body: '{"value":-7}' },
  ],
  FLOAT: [
    { point: 'Single precision number', id: 'RIG.Float', fill: typed('4.250'), body: '{"value":4.250}' },
    { point: 'Single precision number', id: 'RIG.Float', fill: typed('1e-3'), body: '{"value":1e-3}' },
  ],
  DOUBLE: [
    {
      point: 'Double precision number',
      id: 'RIG.Double',
      fill: typed('123456789012345678901.10'),
      body: '{"value":123456789012345678901.10}',
    },
    { point: 'Double precision number', id: 'RIG.Double', fill: typed('1.0'), body: '{"value":1.0}' },
  ],
  BOOL: [
    { point: 'Switch', id: 'RIG.Bool', fill: picked('On'), body: '{"value":true}' },
    { point: 'Switch', id: 'RIG.Bool', fill: picked('Off'), body: '{"value":false}' },
  ],
  'ENUM of numbers': [
    { point: 'Choice by number', id: 'RIG.EnumInt', fill: picked('Third'), body: '{"value":3}' },
    { point: 'Choice by number', id: 'RIG.EnumInt', fill: picked('Second'), body: '{"value":2}' },
  ],
  'ENUM of texts': [
    { point: 'Choice by text', id: 'RIG.EnumText', fill: picked('Boost'), body: '{"value":"boost"}' },
    { point: 'Choice by text', id: 'RIG.EnumText', fill: picked('Comfort'), body: '{"value":"comfort"}' },
  ],
  STRING: [
    { point: 'Text', id: 'RIG.Text', fill: typed('Grüße "温度" \\ 7'), body: '{"value":"Grüße \\"温度\\" \\\\ 7"}' },
    { point: 'Text', id: 'RIG.Text', fill: typed('plain'), body: '{"value":"plain"}' },
  ],
  DATE: [
    { point: 'Date', id: 'RIG.Date', fill: typed('2028-02-29 23:59:59'), body: '{"value":"2028-02-29 23:59:59"}' },
    { point: 'Date', id: 'RIG.Date', fill: typed('2027-01-31'), body: '{"value":"2027-01-31"}' },
  ],
  TIMESTAMP: [
    { point: 'Timestamp', id: 'RIG.Timestamp', fill: typed('1800000000001'), body: '{"value":1800000000001}' },
    { point: 'Timestamp', id: 'RIG.Timestamp', fill: typed('1700000000000'), body: '{"value":1700000000000}' },
  ],
  'ARRAY of INT': [
    { point: 'Whole numbers', id: 'RIG.Ints', fill: listed('4, 5, 6', '60', 3), body: '{"value":[4,5,60]}' },
    { point: 'Whole numbers', id: 'RIG.Ints', fill: listed('7', '8', 1), body: '{"value":[8]}' },
  ],
  'ARRAY of FLOAT': [
    {
      point: 'Single precision numbers',
      id: 'RIG.Floats',
      fill: listed('1.50\n2.0', '2.10', 2),
      body: '{"value":[1.50,2.10]}',
    },
    { point: 'Single precision numbers', id: 'RIG.Floats', fill: listed('0.1', '0.10', 1), body: '{"value":[0.10]}' },
  ],
  'ARRAY of DOUBLE': [
    {
      point: 'Double precision numbers',
      id: 'RIG.Doubles',
      fill: listed('1.0, 123456789012345678901.10', '0.5', 1),
      body: '{"value":[0.5,123456789012345678901.10]}',
    },
    { point: 'Double precision numbers', id: 'RIG.Doubles', fill: listed('9.0', '9.00', 1), body: '{"value":[9.00]}' },
  ],
  'ARRAY of STRING': [
    { point: 'Texts', id: 'RIG.Texts', fill: listed('a, b', 'c d', 2), body: '{"value":["a","c d"]}' },
    { point: 'Texts', id: 'RIG.Texts', fill: listed('x', '温度', 1), body: '{"value":["温度"]}' },
  ],
  STRUCT: [
    {
      point: 'Structure',
      id: 'RIG.Struct',
      fill: async (screen) => {
        await member(screen, 'Count').fill('7')
        await member(screen, 'Ratio').fill('12.50')
      },
      body: '"count":7,"ratio":12.50,',
    },
    {
      point: 'Structure',
      id: 'RIG.Struct',
      fill: async (screen) => {
        await screen.editor.getByRole('tab', { name: 'JSON' }).click()
        const code = screen.editor.getByRole('textbox', { name: /JSON/ })
        await code.click()
        await screen.page.keyboard.press('ControlOrMeta+a')
        await screen.page.keyboard.insertText(
          '{"label":"rig","count":1,"ratio":1.0,"level":2.50,"active":false,"grade":"b"}',
        )
      },
      body: '{"value":{"label":"rig","count":1,"ratio":1.0,"level":2.50,"active":false,"grade":"b"}}',
    },
  ],
}

for (const [type, [now, online]] of Object.entries(journeys)) {
  test(`a value of type ${type} is sent now and done, as the device reports back; another is kept for the device, then sent and done`, async ({
    page,
  }) => {
    const screen = new ControlScreen(page)
    await screen.open({ asset: devices.rig, point: now.id })
    await screen.ready()
    await now.fill(screen)
    await expect(screen.editor.getByText(now.body).first()).toBeVisible()
    const sentence = await screen.send()
    expect(sentence).toContain(now.point)
    await screen.expectOutcome('Done')
    await expect(screen.editor.getByText('The device reports the new value')).toBeVisible()
    await screen.expectNewestCommand(now.point, 'Done')

    await screen.editor.getByRole('button', { name: 'Set another value' }).click()
    await screen.ready()
    await online.fill(screen)
    await expect(screen.editor.getByText(online.body).first()).toBeVisible()
    await screen.send({ mode: 'When online', keep: 600 })
    await screen.expectOutcome('Done')
    await screen.expectNewestCommand(online.point, 'Done')
  })
}

test('a file is shown and says why it cannot be set here', async ({ page }) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.File' })
  await expect(screen.editor.getByText(/Files are uploaded over another road/)).toBeVisible()
  await expect(screen.editor.getByRole('button', { name: 'Review and send' })).toBeHidden()
})

test('what is outside the limits is refused before it can be sent, in a sentence that names the limit', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  const wrong: [string, string, RegExp][] = [
    ['RIG.Int', '2147483648', /2,?147,?483,?647/],
    ['RIG.Int', '1.5', /whole number/i],
    ['RIG.Double', '2,5', /2\.5/],
    ['RIG.Float', '3.5e38', /3\.4028235e\+?38/],
    ['RIG.Text', 'x'.repeat(41), /40/],
    ['RIG.Date', '2027-02-29', /calendar|day|month/i],
    ['RIG.Stepped', '0.2', /0\.3/],
  ]
  for (const [point, text, sentence] of wrong) {
    await screen.open({ asset: devices.rig, point })
    await screen.type(text)
    await screen.editor.getByRole('button', { name: 'Review and send' }).click()
    await expect(screen.editor.getByText(sentence).first()).toBeVisible()
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})
