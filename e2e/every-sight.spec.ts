import { expect } from '@playwright/test'
import { breachesOf, lossesOf, motionsOf, readers, setFor, themes } from './look-closely.ts'
import { test as plain, startTimeout } from './setpoint.ts'
import { sights } from './sights.ts'
import { SightsPanel } from './sights-panel.ts'

const test = plain.extend<object, { panel: SightsPanel }>({
  panel: [
    async ({ browser }, use) => {
      const panel = new SightsPanel()
      await panel.start(browser)
      await use(panel)
      await panel.remove()
    },
    { scope: 'worker', timeout: startTimeout },
  ],
})

const parts = 4

for (let part = 0; part < parts; part++) {
  // Each in another theme than the one before: all together are seen in every theme.
  const some = sights
    .map((sight, index) => ({ ...sight, theme: themes[index % themes.length] ?? 'light' }))
    .filter((_, index) => index % parts === part)
  test(`WCAG 2.2 AA holds in light, dark and sun, nothing is lost in large text or a longer language, and nothing moves (${part + 1} of ${parts})`, async ({
    browser,
    panel,
  }) => {
    test.setTimeout(600_000)
    const contexts = {
      engineer: await panel.context(browser, 'engineer'),
      nobody: await panel.context(browser, 'nobody'),
    }
    for (const { name, who = 'engineer', mostWidth, theme, show, after } of some) {
      await test.step(name, async () => {
        const page = await contexts[who].newPage()
        if (mostWidth !== undefined) await page.setViewportSize({ width: mostWidth, height: 900 })
        // From the start: what began to move before would go on to its end.
        await page.emulateMedia({ reducedMotion: 'reduce' })
        await show(page)
        const faults = { motions: await motionsOf(page), breaches: await breachesOf(page, theme), losses: {} }
        const losses: Record<string, string[]> = {}
        for (const [title, reader] of Object.entries(readers)) {
          await setFor(page, reader)
          let found = await lossesOf(page)
          // Rows of a long list get their places after they were measured: what stays is lost.
          for (let tries = 0; found.length > 0 && tries < 5; tries++) {
            await page.waitForTimeout(400)
            found = await lossesOf(page)
          }
          if (found.length > 0) losses[title] = found
        }
        expect.soft({ ...faults, losses }, name).toEqual({ motions: [], breaches: [], losses: {} })
        await after?.(page)
        await page.close()
      })
    }
    for (const context of Object.values(contexts)) await context.close()
  })
}
