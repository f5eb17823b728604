import { expect, type Locator } from '@playwright/test'

/** What is read of a page when it has come to rest: twice the same, with a few frames between. */
export async function atRest<Read>(read: () => Promise<Read>): Promise<Read> {
  let found = await read()
  await expect(async () => {
    const before = found
    await new Promise((resolve) => setTimeout(resolve, 100))
    found = await read()
    expect<unknown>(found).toEqual(before)
  }).toPass({ timeout: 45_000, intervals: [0] })
  return found
}

/** Where a part is drawn, when it has come to rest. */
export const boxAtRest = (place: Locator): ReturnType<Locator['boundingBox']> => atRest(() => place.boundingBox())
