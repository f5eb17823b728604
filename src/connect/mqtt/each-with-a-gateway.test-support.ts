import { afterEach, beforeEach } from 'vitest'
import { type DeviceAddress, methods, topics } from '#contract/wire/topics.ts'
import { connectSdkDevice, type SdkDevice, type SdkDeviceOptions } from './sdk-device.test-support.ts'
import { addresses, secrets, startTestBroker, type TestBroker } from './start-test-broker.test-support.ts'

/** A gateway on a broker of its own, anew for each test. */
export function eachWithAGateway() {
  let broker: TestBroker
  let gateway: SdkDevice
  let devices: SdkDevice[]

  async function connect(
    device: DeviceAddress,
    secret: string,
    more: Partial<SdkDeviceOptions> = {},
  ): Promise<SdkDevice> {
    const connected = connectSdkDevice({ port: broker.port, device, secret, ...more })
    devices.push(connected)
    await connected.connected
    return connected
  }
  beforeEach(async () => {
    broker = await startTestBroker()
    devices = []
    gateway = await connect(addresses.gateway, secrets.gateway)
  })
  afterEach(async () => {
    await Promise.all(devices.map((device) => device.end()))
    await broker.stop()
  })

  /** A request of the gateway about itself, unless another device sends it, or it is about another. */
  const request = (
    name: keyof typeof methods,
    params: unknown,
    from = gateway,
    at: DeviceAddress = addresses.gateway,
  ) => from.request(topics[name](at), methods[name], params)

  return {
    get broker() {
      return broker
    },
    get gateway() {
      return gateway
    },
    connect,
    request,
    /** Links sub-devices to the gateway. */
    add: (subDevices: DeviceAddress[]) =>
      request(
        'topoAdd',
        subDevices.map((each) => gateway.proof(each, secrets.sub)),
      ),
    /** Signs a sub-device in. */
    login: (each: DeviceAddress, more: object = {}) =>
      request('login', { ...gateway.proof(each, secrets.sub), cleanSession: 'true', ...more }),
  }
}
