import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the settings of connect', () => {
  it('are loopback, 8790, 11883, ./data and warn unless set, or set to nothing', () => {
    const usual = {
      host: '127.0.0.1',
      port: 8790,
      mqttHost: '127.0.0.1',
      mqttPort: 11_883,
      dataDir: './data',
      logLevel: 'warn',
      metricsToken: null,
      version: 'unknown',
    }
    expect(readConfig({})).toEqual(usual)
    const empty = ['CONNECT_HOST', 'CONNECT_PORT', 'MQTT_HOST', 'MQTT_PORT', 'DATA_DIR', 'LOG_LEVEL']
    expect(readConfig(Object.fromEntries(empty.map((name) => [name, ''])))).toEqual(usual)
  })

  it('are read from the environment', () => {
    const environment = {
      CONNECT_HOST: '::1',
      CONNECT_PORT: '0',
      MQTT_HOST: '0.0.0.0',
      MQTT_PORT: '1883',
      DATA_DIR: '/var',
      LOG_LEVEL: 'debug',
      METRICS_TOKEN: 'a-token-of-some-length',
      npm_package_version: '1.2.3',
    }
    expect(readConfig({ ...environment, HOME: '/root' })).toEqual({
      host: '::1',
      port: 0,
      mqttHost: '0.0.0.0',
      mqttPort: 1883,
      dataDir: '/var',
      logLevel: 'debug',
      metricsToken: 'a-token-of-some-length',
      version: '1.2.3',
    })
  })

  it.each(['x', '-1', '65536', '80.5', '1e3'])('refuse the port %s by its name', (port) => {
    expect(() => readConfig({ MQTT_PORT: port })).toThrow('MQTT_PORT: must be a port from 0 to 65535')
  })

  it('refuse a level that the log does not know', () => {
    expect(() => readConfig({ LOG_LEVEL: 'loud' })).toThrow('LOG_LEVEL: ')
  })
})
