import { expect, type Locator, type Page, type Route } from '@playwright/test'
import { ControlScreen, devices } from './control-screen.ts'
import { test } from './setpoint.ts'

const noNetwork = 'No network: nothing is sent now. The draft stays.'
const notKnown = 'Sent or not? Not known here yet'

const isSend = (url: URL): boolean => url.searchParams.get('action') === 'setMeasurepoint'

/** How many sends of a point the server has on record. */
async function recorded(page: Page, point: string): Promise<number> {
  const { items } = await (await page.request.get(`/api/operations?limit=200&measurepointId=${point}`)).json()
  return items.length
}

/** A begun draft fetches all that its send may need: with that at hand the network may go. */
const sendingPartsCame = (page: Page) =>
  page.waitForFunction(() => {
    const came = performance.getEntriesByType('resource').map(({ name }) => name)
    return ['/sending-', '/late'].every((part) => came.some((name) => name.includes(part)))
  })

/** What is needed for a send stands on the screen whole, without scrolling, on desk and tablet. */
async function expectInSight(screen: ControlScreen, button: Locator): Promise<void> {
  const before = screen.page.viewportSize()
  for (const [width, height] of [
    [1440, 900],
    [1180, 820],
  ] as const) {
    await screen.page.setViewportSize({ width, height })
    for (const part of [screen.editor.getByRole('radiogroup', { name: 'Send' }), button]) {
      await expect(part).toBeInViewport({ ratio: 1 })
      // In the viewport, and in the part of the editor that scrolls; nothing lies over it.
      const isOnTop = () =>
        part.evaluate((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect()
          return [top + 2, bottom - 2].every((y) => element.contains(document.elementFromPoint((left + right) / 2, y)))
        })
      await expect.poll(isOnTop, `${width} × ${height}`).toBe(true)
    }
  }
  if (before) await screen.page.setViewportSize(before)
}

test('a network lost before the press is told at once at every button that sends, and nothing is sent by itself later', async ({
  page,
  context,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Int' })
  await screen.ready()
  const before = await recorded(page, 'RIG.Int')
  await screen.type('12')
  await sendingPartsCame(page)
  await context.setOffline(true)
  const review = screen.editor.getByRole('button', { name: 'Review and send' })
  await expect(screen.editor.getByText(noNetwork)).toBeVisible()
  await expect(review).toBeHidden()
  await expectInSight(screen, screen.editor.getByRole('button', { name: 'Keep on this device, not sent' }))
  await context.setOffline(false)
  await expect(review).toBeEnabled()
  await expect(screen.editor.getByText(noNetwork)).toBeHidden()
  await expectInSight(screen, review)

  const dialog = await screen.review()
  await context.setOffline(true)
  await expect(dialog.getByText(noNetwork)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Keep on this device, not sent' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await context.setOffline(false)
  await expect(dialog.getByText(noNetwork)).toBeHidden()
  await expect(dialog).toBeVisible()
  expect(await recorded(page, 'RIG.Int')).toBe(before)
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await screen.expectOutcome('Done')
  expect(await recorded(page, 'RIG.Int')).toBe(before + 1)
})

test('a network lost in the press: the server never heard of it, which is found out, and sending again is once', async ({
  page,
  context,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Int', value: '21' })
  await screen.ready()
  const before = await recorded(page, 'RIG.Int')
  await page.route(isSend, async (route) => {
    await context.setOffline(true)
    await route.abort('internetdisconnected')
  })
  await screen.send()
  await expect(screen.editor.getByText(notKnown)).toBeVisible()
  await expect(screen.editor.getByText(/the server is asked as soon as it can be reached/)).toBeVisible()
  await page.unroute(isSend)
  await context.setOffline(false)
  await expect(screen.editor.getByText('It was not sent')).toBeVisible()
  expect(await recorded(page, 'RIG.Int')).toBe(before)
  await screen.editor.getByRole('button', { name: 'Send again' }).click()
  await screen.expectOutcome('Done')
  expect(await recorded(page, 'RIG.Int')).toBe(before + 1)
})

test('a network lost after the press: the command is found by its key when the server can be reached again', async ({
  page,
  context,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.rig, point: 'RIG.Int', value: '31' })
  await screen.ready()
  const before = await recorded(page, 'RIG.Int')
  let cut = Promise.resolve()
  const cutOff = async (route: Route) => {
    // Before the server has it, or the panel hears of it by the stream of events.
    await context.setOffline(true)
    await route.fetch()
    await route.abort('internetdisconnected')
  }
  await page.route(isSend, (route) => {
    cut = cutOff(route)
    return cut
  })
  await screen.send()
  await expect(screen.editor.getByText(notKnown.slice(13)).first()).toBeVisible()
  // The panel knows that it has no network before the server has answered: a route taken away meanwhile could not end.
  await cut
  await page.unroute(isSend)
  await context.setOffline(false)
  await screen.expectOutcome('Done')
  expect(await recorded(page, 'RIG.Int')).toBe(before + 1)
})

test('a page loaded anew in the middle, while the server knows and cannot say, tells that it is not known, then what became of it', async ({
  page,
}) => {
  const screen = new ControlScreen(page)
  await screen.open({ asset: devices.slow8, point: 'PMP.SpeedSet', value: '61' })
  await screen.ready()
  const before = await recorded(page, 'PMP.SpeedSet')
  await screen.send({ wait: 20 })
  await screen.expectOutcome('Sent, waiting')
  const isAboutOperations = (url: URL) => /^\/api\/(operations|changes|events)/.test(url.pathname)
  await page.route(isAboutOperations, (route) => route.abort('internetdisconnected'))
  await page.reload()
  await expect(screen.editor.getByText(notKnown)).toBeVisible()
  await page.unroute(isAboutOperations)
  await screen.expectOutcome('Done')
  expect(await recorded(page, 'PMP.SpeedSet')).toBe(before + 1)
})
