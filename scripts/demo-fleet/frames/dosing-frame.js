/*
 * Data parsing script of the dosing units. Their frames are lines of ASCII with a checksum:
 *   down  $SET,<id>,<register>,<value>*XX      reply  $ACK,<id>,<code>[,<message>]*XX
 *   up    $VAL,<id>,<time>,<register>=<value>,…*XX
 * XX is the exclusive-or of all characters between $ and *, in hex. Values stand in the digits they came in.
 */
/* global registers */

const texts = ['LOT']

function checksum(text) {
  let sum = 0
  for (const character of text) sum ^= character.charCodeAt(0)
  return sum.toString(16).toUpperCase().padStart(2, '0')
}

function registerOf(point) {
  const register = Object.keys(registers).find((name) => registers[name] === point)
  if (!register) throw new Error(`no register holds ${point}`)
  return register
}

/** The digits as they stand in the request: JSON.parse would lose them. */
function valueText(jsonStr) {
  const found = /"params"\s*:\s*\{\s*"[^"]+"\s*:\s*("[^"\\]*"|[^\s",{}[\]]+)\s*\}/.exec(jsonStr)
  if (!found) throw new Error('a frame holds one plain value')
  return found[1]
}

// biome-ignore lint/correctness/noUnusedVariables: EnOS calls it.
function jsonStrToRawData(jsonStr) {
  const { id, params } = JSON.parse(jsonStr)
  const register = registerOf(Object.keys(params)[0])
  let value = valueText(jsonStr)
  if (register === 'RATE' && Number(value) > 999) throw new Error('the register RATE holds at most 999')
  if (texts.includes(register)) {
    value = value.slice(1, -1)
    if (!/^[\w .-]+$/.test(value)) throw new Error(`the register ${register} holds letters and digits only`)
  }
  const body = ['SET', id, register, value].join(',')
  return Array.from(`$${body}*${checksum(body)}\r\n`, (character) => character.charCodeAt(0))
}

function report([, id, time, ...fields]) {
  const values = fields.map((field) => {
    const [register, text] = field.split('=')
    return `"${registers[register]}":${texts.includes(register) ? JSON.stringify(text) : text}`
  })
  const params = `{"measurepoints":{${values.join(',')}},"time":${time}}`
  return `{"id":"${id}","version":"1.0","method":"thing.measurepoint.post","params":${params}}`
}

// biome-ignore lint/correctness/noUnusedVariables: EnOS calls it.
function rawDataToJsonStr(rawData) {
  const line = Array.from(rawData, (byte) => String.fromCharCode(byte)).join('')
  const [, body, sum] = /^\$(.*)\*([0-9A-F]{2})\r\n$/.exec(line) ?? []
  if (body === undefined || checksum(body) !== sum) throw new Error('not a frame')
  const fields = body.split(',')
  if (fields[0] === 'VAL') return report(fields)
  if (fields[0] !== 'ACK') throw new Error(`an unknown frame ${fields[0]}`)
  return JSON.stringify({ id: fields[1], code: Number(fields[2]), data: {}, message: fields[3] })
}
