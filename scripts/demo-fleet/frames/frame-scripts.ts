import { readFileSync } from 'node:fs'

/** What the registers of the frames stand for: the script needs it, and the device. */
export const registers: Record<string, string> = {
  RATE: 'DOS.RateSet',
  SPM: 'DOS.Strokes',
  MODE: 'DOS.Mode',
  RUN: 'DOS.Run',
  LOT: 'DOS.Batch',
  FLOW: 'DOS.Rate',
  LVL: 'DOS.Level',
  BAR: 'DOS.Pressure',
  LEAK: 'DOS.Leak',
}

const file = readFileSync(new URL('./dosing-frame.js', import.meta.url), 'utf8')
const remarks = /^(\/\* global .*|\/\/ biome-ignore .*)\n/gm
const sound = `const registers = ${JSON.stringify(registers)}\n\n${file.replace(remarks, '')}`

/** The same script with another way down: reports still get through. */
const withDownwards = (body: string) =>
  sound.replace(
    /function jsonStrToRawData\(jsonStr\) \{[\s\S]*?\n\}\n/,
    `function jsonStrToRawData() {\n  ${body}\n}\n`,
  )

export const frameScripts = {
  sound,
  endless: withDownwards('for (;;) {}'),
  rubbish: withDownwards("return [36, 300, -1, 'SET']"),
}
