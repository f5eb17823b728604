import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the settings of connect', () => {
  it('are loopback, 8790, 11883 and ./data unless set, or set to nothing', () => {
    const usual = { host: '127.0.0.1', port: 8790, mqttHost: '127.0.0.1', mqttPort: 11_883, dataDir: './data' }
    expect(readConfig({})).toEqual(usual)
    expect(readConfig({ CONNECT_HOST: '', CONNECT_PORT: '', MQTT_HOST: '', MQTT_PORT: '', DATA_DIR: '' })).toEqual(
      usual,
    )
  })

  it('are read from the environment', () => {
    const environment = {
      CONNECT_HOST: '::1',
      CONNECT_PORT: '0',
      MQTT_HOST: '0.0.0.0',
      MQTT_PORT: '1883',
      DATA_DIR: '/var',
    }
    expect(readConfig({ ...environment, HOME: '/root' })).toEqual({
      host: '::1',
      port: 0,
      mqttHost: '0.0.0.0',
      mqttPort: 1883,
      dataDir: '/var',
    })
  })

  it.each(['x', '-1', '65536', '80.5', '1e3'])('refuse the port %s by its name', (port) => {
    expect(() => readConfig({ MQTT_PORT: port })).toThrow('MQTT_PORT: must be a port from 0 to 65535')
  })
})
