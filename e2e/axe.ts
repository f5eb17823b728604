import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** A dialog that is still coming up is half seen through: its words would stand out less than they do. */
const hasCome = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ),
  )

class SettledAxe extends AxeBuilder {
  private readonly seen: Page

  constructor(page: Page) {
    super({ page })
    this.seen = page
  }

  override async analyze(): ReturnType<AxeBuilder['analyze']> {
    await hasCome(this.seen)
    return await super.analyze()
  }
}

/**
 * axe for a page of one frame, which therefore need not put its findings together in a page of their own, nor say where it
 * found nothing: half of its time.
 */
export const axeOn = (page: Page): AxeBuilder =>
  new SettledAxe(page).options({ resultTypes: ['violations'] }).setLegacyMode()
