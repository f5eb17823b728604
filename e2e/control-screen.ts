import { expect, type Locator, type Page } from '@playwright/test'

/** Devices of the demo fleet by what they do. */
export const devices = {
  turbine: '6Bt59ySj',
  rig: 'QVtKlEe0',
  silent: 'LAXZauG3',
  slow8: '9BHGGTuF',
  actsSilently: 'Ss6a2yT8',
  refuses: 'ZDnNLCxf',
  clamps: 'H5NvdQLt',
  offline: '8NVSLdcG',
  comesAndGoes: 'mzOUtweF',
  inactive: 'QnSrmFvQ',
  disabled: 'P33rz1Dg',
  queue: 'WoUsdeOR',
  encodes: 'k3rtTLYm',
  scriptHangs: 'SR9y5Gs7',
  scriptRubbish: 'eH4thVsj',
} as const

export type OutcomeWord = 'Done' | 'Not sent' | 'Refused' | 'Unknown' | 'Queued' | 'Sent, waiting'

/** A row of commands is named by its point and its outcome. */
export const rowName = (point: string, word: OutcomeWord): RegExp => new RegExp(`^${point} ?, ${word}`)

interface Sending {
  mode?: 'Now' | 'When online'
  /** Seconds to wait for the answer. */
  wait?: number
  /** Seconds to keep it. */
  keep?: number
}

/** The control screen, used as a person would: by roles and labels. */
export class ControlScreen {
  readonly page: Page
  readonly editor: Locator
  readonly commands: Locator

  constructor(page: Page) {
    this.page = page
    this.editor = page.getByRole('region', { name: 'Set measurement point' })
    this.commands = page.getByRole('region', { name: 'Commands' })
  }

  async open(target: {
    asset?: string
    point?: string
    value?: string
    ttl?: string
    timeout?: string
  }): Promise<void> {
    await this.page.goto(`/?${new URLSearchParams(target)}`)
  }

  /** The device's value must be there before a draft begins, or the first report would count as a move. */
  async ready(): Promise<void> {
    await expect(this.editor.getByRole('button', { name: 'Review and send' })).toBeVisible()
  }

  async choosePoint(name: string): Promise<void> {
    await this.page.getByRole('region', { name: 'Measurement points' }).getByText(name, { exact: true }).first().click()
    await expect(this.editor.getByRole('heading', { name })).toBeVisible()
  }

  /** The main box of numbers, texts, dates and timestamps. */
  async type(value: string): Promise<void> {
    await this.editor.getByRole('textbox', { name: 'New value', exact: true }).fill(value)
  }

  async expectBody(body: string): Promise<void> {
    await expect(this.editor.getByText(body, { exact: true })).toBeVisible()
  }

  private async chooseSpan(group: string, seconds: number): Promise<void> {
    const span = this.editor.getByRole('radiogroup', { name: group })
    await span.getByText('Other…').click()
    await this.editor.getByRole('textbox', { name: `${group}, other` }).fill(String(seconds))
  }

  async chooseSending({ mode, wait, keep }: Sending): Promise<void> {
    if (mode) await this.editor.getByRole('radiogroup', { name: 'Send' }).getByText(mode, { exact: true }).click()
    if (keep !== undefined) await this.chooseSpan('Keep for', keep)
    if (wait !== undefined)
      await this.chooseSpan(mode === 'When online' ? 'Once sent, wait at most' : 'Wait at most', wait)
  }

  /** Opens the review and returns its dialog; nothing is sent yet. */
  async review(): Promise<Locator> {
    await this.editor.getByRole('button', { name: 'Review and send' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Check and send' })
    await expect(dialog).toBeVisible()
    return dialog
  }

  /** Reviews and sends; returns the sentence that was confirmed. */
  async send(sending: Sending = {}): Promise<string> {
    await this.chooseSending(sending)
    const dialog = await this.review()
    const sentence = (await dialog.getByText(/^Set /).first().textContent()) ?? ''
    await dialog.getByRole('button', { name: 'Send', exact: true }).click()
    return sentence
  }

  async expectOutcome(word: OutcomeWord, timeout = 45_000): Promise<void> {
    await expect(this.editor.getByRole('heading', { name: word, exact: true })).toBeVisible({ timeout })
  }

  /** The newest row under the screen is of the very command whose outcome the editor tells. */
  async expectNewestCommand(point: string, word: OutcomeWord): Promise<void> {
    const address = await this.editor.getByRole('link', { name: /details/i }).getAttribute('href')
    const row = this.commands.getByRole('listitem').first()
    await expect(row.getByRole('link', { name: rowName(point, word) })).toHaveAttribute('href', address ?? '')
  }

  /** The last step of a critical point: the button counts when it is held. */
  async hold(dialog: Locator): Promise<void> {
    const button = dialog.getByRole('button', { name: 'Hold to send' })
    await button.hover()
    await this.page.mouse.down()
    await expect(button).toBeHidden()
    await this.page.mouse.up()
  }
}
