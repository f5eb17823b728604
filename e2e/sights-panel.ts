import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, expect } from '@playwright/test'
import { freePorts } from '../scripts/free-ports.ts'
import { devices } from './control-screen.ts'
import { writeGatewaysFile } from './gateways-file.ts'
import { Setpoint } from './setpoint.ts'

const password = 'correct horse battery'
const orgId = 'o15724268424841'

const policy = {
  contact: 'the control room, 4711',
  pointClasses: [
    { rule: 'Grid and protection', class: 'critical', points: ['PPC.*'] },
    { rule: 'Turbines', class: 'confirm', models: ['EN-156-*'] },
  ],
  limits: [
    { rule: 'Turbine limit', points: ['WTG.ActPowerLimit'], minimum: 330, maximum: 3300 },
    { rule: 'Gentle ramp', points: ['WTG.PitchSet'], largestStep: '5.0' },
  ],
}

/** A send as a script would make it. */
const postTo = (
  context: BrowserContext,
  origin: string,
  [asset, point, value]: [string, string, string],
  more: Record<string, string>,
) => {
  const query = { action: 'setMeasurepoint', orgId, assetId: asset, measurepointId: point, ...more }
  return context.request.post(`/connect-service/v2.1/commands?${new URLSearchParams(query)}`, {
    data: `{"value":${value}}`,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'setpoint-gateway': 'embedded',
      origin,
    },
  })
}

/**
 * One product that has everything to show: people, two gateways, a policy, and an operation of every outcome. What
 * looks at all of the panel's sights (sights.ts) is given pages of a person who may do everything.
 */
export class SightsPanel {
  private readonly setpoint = new Setpoint({ ARGON2_MEMORY: '1024', ARGON2_PASSES: '1', SESSION_HOURS: '1' })
  private cookies: Awaited<ReturnType<BrowserContext['cookies']>> = []

  get url(): string {
    return this.setpoint.url
  }

  async start(browser: Browser): Promise<void> {
    const { setpoint } = this
    const [connectPort = 0] = await freePorts(1)
    setpoint.set('CONNECT_PORT', String(connectPort))
    setpoint.set('GATEWAYS_FILE', writeGatewaysFile(setpoint.folder, connectPort))
    const file = join(setpoint.folder, 'policy.json')
    writeFileSync(file, JSON.stringify(policy))
    setpoint.set('POLICY_FILE', file)
    setpoint.addPerson('maria', password, '--role', 'engineer', '--name', 'Maria Lindqvist')
    await setpoint.start()
    const context = await this.context(browser, 'nobody')
    const answer = await context.request.post('/api/sign-in', {
      data: { name: 'maria', password },
      headers: { origin: this.url },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    this.cookies = await context.cookies()
    await this.makeHistory(context)
    await context.close()
  }

  /** Devices come online one after the other. */
  private async devicesOnline(context: BrowserContext): Promise<void> {
    const wanted = [devices.rig, devices.refuses, devices.silent, devices.slow8, devices.turbine]
    const search = `/connect-service/v2.1/devices?${new URLSearchParams({ action: 'search', orgId })}`
    const online = async () => {
      const answer = await context.request.post(search, {
        data: { pagination: { pageNo: 1, pageSize: 200 } },
        headers: { 'setpoint-gateway': 'embedded', origin: this.url },
      })
      const { data }: { data: { assetId: string; status: string }[] } = await answer.json()
      return data.filter(({ status }) => status === 'online').map(({ assetId }) => assetId)
    }
    await expect.poll(online).toEqual(expect.arrayContaining(wanted))
  }

  /** An operation of each outcome, for the list and for the points that open with one. */
  private async makeHistory(context: BrowserContext): Promise<void> {
    await this.devicesOnline(context)
    const rig = await postTo(context, this.url, [devices.rig, 'RIG.Double', '11.5'], {})
    expect(rig.ok(), await rig.text()).toBe(true)
    // The last is sent even where a busy machine takes seconds, and so is unknown, not "not sent".
    const codes = await Promise.all(
      (
        [
          [[devices.offline, 'PMP.SpeedSet', '60'], {}],
          [[devices.offline, 'PMP.PressureSet', '6.5'], { pendingTtl: '7200' }],
          [[devices.offline, 'PMP.Rank', '2'], { pendingTtl: '7200' }],
          [[devices.refuses, 'PMP.SpeedSet', '35'], {}],
          [[devices.silent, 'PMP.SpeedSet', '62'], { timeout: '8' }],
        ] as const
      ).map(async ([send, more]) => {
        const answer = await postTo(context, this.url, [...send], more)
        return (await answer.json()).code
      }),
    )
    expect(codes).toEqual([11900, 0, 0, 2041, 11915])
  }

  /** @param who is signed in in it. */
  async context(
    browser: Browser,
    who: 'engineer' | 'nobody',
    options: BrowserContextOptions = {},
  ): Promise<BrowserContext> {
    const context = await browser.newContext({
      baseURL: this.url,
      locale: 'en-GB',
      // What is asked past the page cannot be held up.
      serviceWorkers: 'block',
      timezoneId: 'Europe/Oslo',
      // Without the long list of devices beside, which is one of the sights.
      viewport: { width: 1180, height: 820 },
      ...options,
    })
    context.setDefaultTimeout(45_000)
    if (who === 'engineer') await context.addCookies(this.cookies)
    return context
  }

  remove(): Promise<void> {
    return this.setpoint.remove()
  }
}
