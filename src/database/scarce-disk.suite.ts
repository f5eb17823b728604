import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A data folder whose disk a test can take the space from, while a program uses it. */
export interface ScarceDisk {
  folder: string
  /** What to spawn instead of a command, so that it runs on that disk. */
  around(command: string, args: string[]): [command: string, args: string[]]
  /** The folder as this process reaches it while program `pid` runs. */
  seenFrom(pid: number): string
  /** From now on nothing can be written that needs more space. */
  fill(pid: number): void
  free(pid: number): void
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'setpoint-scarce-'))

/** Both need no more than Linux gives to anybody; root needs no namespace of users. */
const unshared = process.getuid?.() === 0 ? ['-m'] : ['-Urm']
const mounting = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && shift 2 && exec "$@"'
const onTmpfs = (options: string, folder: string, command: string, args: string[]): [string, string[]] => [
  'unshare',
  [...unshared, 'sh', '-c', mounting, 'sh', options, folder, command, ...args],
]

/** Writes until the system says that the disk is full. */
function fillWith(file: string): void {
  const open = openSync(file, 'w')
  try {
    for (let size = 1 << 20; size >= 1; size >>= 1) {
      try {
        for (;;) writeSync(open, Buffer.alloc(size))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
      }
    }
  } finally {
    closeSync(open)
  }
}

/** A file system of 8 MB that only the spawned program mounts; it goes away with that. */
function smallDisk(): ScarceDisk {
  const folder = newFolder()
  const seenFrom = (pid: number): string => join(`/proc/${pid}/root`, folder)
  return {
    folder,
    around: (command, args) => onTmpfs('8m', folder, command, args),
    seenFrom,
    fill: (pid) => fillWith(join(seenFrom(pid), 'filler')),
    free: (pid) => rmSync(join(seenFrom(pid), 'filler')),
  }
}

/** A disk on which every write fails from one moment on, as on one that broke or was made read-only. */
export function failingDisk(): ScarceDisk {
  const folder = newFolder()
  const limit = (pid: number, bytes: string) => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
  return {
    folder,
    around: (command, args) => [command, args],
    seenFrom: () => folder,
    fill: (pid) => void limit(pid, '0'),
    free: (pid) => void limit(pid, 'unlimited'),
  }
}

const mayMount = (): boolean => {
  const [command, args] = onTmpfs('1m', newFolder(), 'true', [])
  return spawnSync(command, args).status === 0
}

/** A small disk; where this machine lets nobody mount one, one that fails, which programs have to bear as well. */
export const scarceDisk = (): ScarceDisk => (mayMount() ? smallDisk() : failingDisk())
