import { expect, type Page } from '@playwright/test'
import { axeOn } from './axe.ts'
import { ControlScreen, devices } from './control-screen.ts'
import { test } from './setpoint.ts'

const chooseLanguage = async (page: Page, name: string) => {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^(Signed in as|当前用户)/ })
    .click()
  await page
    .getByRole('radiogroup', { name: /^(Language|语言)$/ })
    .getByText(name, { exact: true })
    .click()
  await expect(page.getByRole('radio', { name, exact: true })).toBeFocused()
}

const serious = async (page: Page) => {
  const { violations } = await axeOn(page).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
}

/** Sends what is prepared, on the screen in Chinese. */
const sendInChinese = async (page: Page) => {
  await page.getByRole('button', { name: '核对并发送' }).click()
  const dialog = page.getByRole('dialog', { name: '核对并发送' })
  await expect(dialog.getByText(/^将 .+ 设置为 .+，立即发送，最多等待 .+。$/).first()).toBeVisible()
  await dialog.getByRole('button', { name: '发送', exact: true }).click()
}

test('the language changes in the middle of a draft, which stays, is sent in Chinese and told in Chinese', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.turbine, point: 'WTG.PitchSet' })
  await screen.ready()
  await screen.type('4.25')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(asked.filter((url) => url.includes('first-words'))).toEqual([])
  await page.evaluate(() => document.body.setAttribute('data-same-page', ''))

  await chooseLanguage(page, '中文')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  const editor = page.getByRole('region', { name: '设置测点' })
  await expect(editor.getByRole('textbox', { name: '新值', exact: true })).toHaveValue('4.25')
  await expect(editor.getByText('草稿', { exact: true })).toBeVisible()
  await expect(page.locator('body[data-same-page]')).toBeVisible()
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')

  await sendInChinese(page)
  await expect(editor.getByRole('heading', { name: '已执行', exact: true })).toBeVisible()
  await expect(editor.getByText(/^设备在 [\d.]+ (毫)?秒后确认已执行。$/)).toBeVisible()
  expect(await serious(page)).toEqual([])

  await page.reload()
  const commands = page.getByRole('region', { name: '命令' })
  await expect(commands.getByRole('listitem').first()).toContainText('已执行')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')

  await chooseLanguage(page, 'English')
  await expect(screen.commands.getByRole('listitem').first()).toContainText('Done')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test.describe('a browser that prefers Chinese', () => {
  test.use({ locale: 'zh-CN' })

  test('is spoken to in Chinese from the start, and told for certain whether the device acted', async ({ page }) => {
    const screen = new ControlScreen(page)
    const editor = page.getByRole('region', { name: '设置测点' })
    // Only who is silent is waited for to the end; that long may pass before the command has left on a busy machine.
    for (const [asset, timeout, outcome, acted] of [
      [devices.offline, '30', '未发送', '没有，设备未动作。没有任何内容发送到设备。'],
      [devices.refuses, '30', '设备拒绝', '没有，设备未动作。设备已答复没有执行。'],
      [devices.silent, '6', '结果未知', '可能已动作。没有任何应答能说明设备是否动作。'],
    ] as const) {
      // A point that no other journey needs: an unknown outcome stays with it.
      await screen.open({ asset, point: 'PMP.PressureSet', value: '3.7', timeout })
      await sendInChinese(page)
      await expect(editor.getByRole('heading', { name: outcome, exact: true })).toBeVisible()
      await expect(editor.getByText(acted, { exact: true })).toBeVisible()
    }
    for (const path of ['/operations', '/errors']) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^(历史|错误代码)$/)
      expect(await serious(page)).toEqual([])
    }
  })

  test('is spoken to in English where the Chinese words do not arrive, and says so beside the choice', async ({
    page,
  }) => {
    await page.route('**/first-words*', (route) => route.abort())
    const screen = new ControlScreen(page)
    await screen.open({ asset: devices.turbine, point: 'WTG.PitchSet' })
    await expect(screen.editor).toBeVisible()
    await page
      .getByRole('banner')
      .getByRole('button', { name: /^Signed in as/ })
      .click()
    await expect(page.getByText('中文 could not be loaded.')).toBeVisible()
  })
})
