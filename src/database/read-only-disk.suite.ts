import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { failingDisk, type ScarceDisk } from './scarce-disk.suite.ts'

/** A disk that turns read-only under a program, as one does that has found an error on itself. */
interface ReadOnlyDisk extends Pick<ScarceDisk, 'folder' | 'around'> {
  turn(pid: number): void
  /** After the program's end: Linux lets nobody write on such a disk again before it was taken out. */
  mend(): void
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'setpoint-read-only-'))
const mounting = 'mount -o loop,errors=remount-ro "$1" "$2" && shift 2 && exec "$@"'
const megabytes = 32

/** A file system of its own in a file, mounted by the spawned program alone. Remounting one with open files is refused. */
function erringDisk(): ReadOnlyDisk {
  const folder = newFolder()
  const image = join(newFolder(), 'image')
  const file = openSync(image, 'w')
  ftruncateSync(file, megabytes * 1024 * 1024)
  closeSync(file)
  execFileSync('mkfs.ext4', ['-q', image])
  const device = (): string => execFileSync('losetup', ['-j', image], { encoding: 'utf8' }).split(':', 1).join()
  return {
    folder,
    around: (command, args) => ['unshare', ['-m', 'sh', '-c', mounting, 'sh', image, folder, command, ...args]],
    turn: () => writeFileSync(`/sys/fs/ext4/${basename(device())}/trigger_fs_error`, 'test'),
    mend: () => void spawnSync('e2fsck', ['-p', image]),
  }
}

function refusingDisk(): ReadOnlyDisk {
  const { folder, around, fill } = failingDisk()
  return { folder, around, turn: fill, mend: () => {} }
}

function mayErr(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/sys/fs/ext4')) return false
  try {
    const [command, args] = erringDisk().around('true', [])
    return spawnSync(command, args).status === 0
  } catch {
    return false
  }
}

/** Where this machine lets a test make no disk (root on Linux may), one on which every write fails. */
export const readOnlyDisk = (): ReadOnlyDisk => (mayErr() ? erringDisk() : refusingDisk())
