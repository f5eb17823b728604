import { readFileSync } from 'node:fs'

/** @throws Error that names the setting and the file; never what the file holds. */
export function readSecret(setting: string, path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw new Error(`${setting}: ${path} cannot be read: ${error instanceof Error ? error.message : error}`)
  }
  if (text === '') throw new Error(`${setting}: ${path} is empty`)
  // A key is one line; more is a mistaken file, and its text must not get into a message.
  if (/[\r\n]/.test(text)) throw new Error(`${setting}: ${path} must hold one line, and nothing but the value`)
  return text
}
