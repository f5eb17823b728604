import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const usual = [
  // Chromium without its windows: the journeys take a fifth less of the processors in it.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const installed = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? '', chromium.executablePath(), ...usual].find((path) => path !== '' && existsSync(path))

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0

/** The system's package manager, where we may use it: for networks on which Playwright's own download is closed. */
function installWithApt(): boolean {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' })
  } catch {
    return false
  }
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args]
    return run(command, ...rest)
  }
  const install = (browser: string) => apt('install', '-y', '-qq', browser, 'fonts-noto-cjk')
  // Not every distribution has the first.
  return apt('update', '-qq') && (install('chromium-headless-shell') || install('chromium'))
}

/**
 * The path of a Chromium: one that is there, else Playwright's own, else the system's package.
 * @throws Error that says what to install.
 */
export function findChromium(): string {
  const found = installed()
  if (found) return found
  console.log('No Chromium found: installing one for the browser tests.')
  if (run('npx', 'playwright', 'install', 'chromium') && installed()) return installed() ?? ''
  if (installWithApt() && installed()) return installed() ?? ''
  throw new Error('The browser tests need Chromium: install it, or point CHROMIUM_PATH at it.')
}
