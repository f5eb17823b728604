import { readSoakFile } from '../soak-fleet.ts'
import { deviceName, openDeviceLog } from './device-log.ts'
import { comeAndGo } from './presence.ts'
import { openSoakConnection } from './soak-connection.ts'
import { createSoakDevice } from './soak-device.ts'

/*
 * The devices of the truth check, a program of its own: they log on their own side what they were told and did.
 * Environment: SOAK_FILE, DEVICE_LOG, MQTT_URL, SEED, BOOT (which start of the program it is), CALM=1 for devices that
 * stay and do all they are told.
 */
const { SOAK_FILE = '', DEVICE_LOG = '', MQTT_URL = '', SEED = '0', BOOT = '0', CALM = '' } = process.env
const run = { seed: Number(SEED), calm: CALM === '1' }
const log = openDeviceLog(DEVICE_LOG)
const minded = readSoakFile(SOAK_FILE).map((device) => ({ device, mind: createSoakDevice(device, log, run) }))

for (const each of minded) {
  const { device } = each
  if (device.gateway !== null || device.life === 'away') continue
  const subDevices = minded.filter((other) => other.device.gateway === deviceName(device))
  const name = deviceName(device)
  const first = openSoakConnection(MQTT_URL, `${BOOT}a`, each, subDevices, log)
  let seconds = 0
  const second = () => openSoakConnection(MQTT_URL, `${BOOT}b${++seconds}`, each, subDevices, log)
  if (!run.calm) void comeAndGo(run.seed, `${name} ${BOOT}`, first, second)
}
process.stdout.write('the devices run\n')
