import { modelOf } from '../model.ts'
import { measured, settable, type } from '../point.ts'

/** A data logger that other devices connect through. */
export const gateway = modelOf(
  'LOG-8',
  ['Data logger LOG-8', '数据采集器 LOG-8'],
  settable('GW.PollInterval', ['Poll interval', '轮询周期'], type.int('s', { minimum: '1', maximum: '3600' }), '10'),
  settable(
    'GW.TimeServers',
    ['Time servers', '时间服务器'],
    type.array('STRING'),
    '["10.20.0.1","ntp.meridian.example"]',
  ),
  settable(
    'GW.LogLevel',
    ['Log level', '日志级别'],
    type.enumOfString({
      error: ['Errors', '错误'],
      warn: ['Warnings', '警告'],
      info: ['Information', '信息'],
      debug: ['Everything', '全部'],
    }),
    '"info"',
  ),
  settable('GW.RestartAt', ['Restart at', '重启时间'], type.timestamp, '1795672800000'),
  settable(
    'GW.RemoteAccess',
    ['Remote access', '远程访问'],
    type.bool(['Allowed', '允许'], ['Blocked', '禁止']),
    'false',
  ),
  settable('GW.Contact', ['Contact on site', '现场联系人'], type.string(128), '"Control room, +34 600 000 000"'),
  measured('GW.CpuLoad', ['Processor load', '处理器负载'], type.float('%'), '12.5', { drift: '4' }),
  measured('GW.Attached', ['Devices attached', '接入设备数'], type.int(), '2'),
  measured('GW.Signal', ['Mobile signal', '移动信号'], type.int('dBm'), '-81', { drift: '5' }),
  measured('GW.Uptime', ['Running for', '运行时长'], type.double('h'), '1046.20', { rise: '0.01' }),
  measured('GW.Firmware', ['Firmware image', '固件文件'], type.file, '"firmware/log8-4.2.1.bin"'),
)
