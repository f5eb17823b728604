/** What the browser's picker gives (`2026-01-31` or `2026-01-31T23:59`) in the form of a DATE (§6). */
export function pickedDate(picked: string): string {
  const [day = '', time] = picked.split('T')
  if (time === undefined) return day
  return `${day} ${time.length === 5 ? `${time}:00` : time.slice(0, 8)}`
}

/** A DATE as the browser's picker wants it; empty while it is not written out. */
export function pickerValue(date: string, withTime: boolean): string {
  const [, day, time = '00:00:00'] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d))?$/.exec(date) ?? []
  if (day === undefined) return ''
  return withTime ? `${day}T${time}` : day
}
