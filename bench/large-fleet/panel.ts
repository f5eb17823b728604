import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/find-chromium.ts'
import { deviceAt } from './make-large-fleet.ts'

interface Step {
  title: string
  /** ms, also four times slower. */
  goal: number
  run: (page: Page) => Promise<void>
}

/** What a person does, each after the one before; a step ends when its result is on the screen. */
const steps = (url: string, count: number): Step[] => {
  const { name } = deviceAt(Math.floor(count / 2))
  const last = deviceAt(count - 1)
  const devices = (page: Page) => page.getByRole('region', { name: 'Devices', exact: true })
  const points = (page: Page) => page.getByRole('region', { name: 'Measurement points' })
  return [
    {
      title: 'the control screen until its list is there',
      goal: 2000,
      run: async (page) => {
        await page.goto(url)
        await devices(page).getByRole('button', { name: 'Site 0001' }).waitFor()
      },
    },
    {
      title: 'opening a place',
      goal: 500,
      run: async (page) => {
        await devices(page).getByRole('button', { name: 'Site 0001' }).click()
        await devices(page).getByRole('button', { name: 'Row 00 of 0001' }).waitFor()
      },
    },
    {
      title: 'a name typed until its device is found (250 ms of it for a pause in typing)',
      goal: 700,
      run: async (page) => {
        await devices(page).getByRole('searchbox').fill(name)
        await devices(page)
          .getByRole('link', { name: new RegExp(name) })
          .waitFor()
      },
    },
    {
      title: 'opening a model of 5,000 points',
      goal: 1500,
      run: async (page) => {
        await page.goto(`${url}/?asset=${last.assetId}`)
        await points(page).getByText('Point 3', { exact: true }).waitFor()
      },
    },
    {
      title: 'a letter typed in its search until the list follows',
      goal: 200,
      run: async (page) => {
        await points(page).getByRole('searchbox').fill('P4321')
        await points(page).getByText('Point 4321', { exact: true }).waitFor()
      },
    },
    {
      title: 'the search emptied until all 5,000 are back',
      goal: 200,
      run: async (page) => {
        await points(page).getByRole('searchbox').fill('')
        await points(page).getByText('Point 3', { exact: true }).waitFor()
      },
    },
  ]
}

async function runRound(browser: Browser, url: string, count: number, slowdown: number): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  const client = await context.newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const took: number[] = []
  for (const { run } of steps(url, count)) {
    const start = performance.now()
    await run(page)
    took.push(performance.now() - start)
  }
  await context.close()
  return took
}

/** @param slowdown how many times slower the browser's processor is made. */
export async function measurePanel(url: string, count: number, rounds: number, slowdown: number) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const all: number[][] = []
    for (let round = 0; round < rounds; round++) all.push(await runRound(browser, url, count, slowdown))
    return steps(url, count).map(({ title, goal }, index) => ({
      title,
      goal,
      took: all.map((round) => round[index] ?? Number.NaN),
    }))
  } finally {
    await browser.close()
  }
}
