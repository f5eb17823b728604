import { describe, expect, it } from 'vitest'
import { en } from '../text/en.ts'
import { isolated } from './isolated.ts'

/** "Pump 7, north", as people write it who read from right to left. */
const pump = 'مضخة 7، شمال'

describe('a name in a string', () => {
  it('is isolated where it is written from right to left, so that the words beside it keep their order', () => {
    expect(isolated(pump)).toBe(`\u2068${pump}\u2069`)
    expect(isolated('משאבה, צפון')).toBe('\u2068משאבה, צפון\u2069')
    expect(isolated(`WTG-07 (${pump})`)).toBe(`\u2068WTG-07 (${pump})\u2069`)
    expect(en.setPoint.titleOf(isolated('Speed'), isolated(pump))).toBe(`Set Speed of \u2068${pump}\u2069`)
  })

  it('is isolated too where only a mark makes it run from right to left', () => {
    expect(isolated('WTG\u202e70')).toBe('\u2068WTG\u202e70\u2069')
  })

  it('stays to the character where nothing of it is', () => {
    for (const name of ['WTG-07', 'Насос №3', '1号泵', 'Pompe à chaleur', '', 'RIG.Int'])
      expect(isolated(name)).toBe(name)
  })
})
