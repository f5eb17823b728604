import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** The controller of a whole wind farm of 79.2 MW. */
export const parkController = modelOf(
  'PPC-80',
  ['Park controller PPC-80', '场级控制器 PPC-80'],
  settable(
    'PPC.FarmLimit',
    ['Farm active power limit', '全场有功功率限值'],
    type.double('MW', { minimum: '0', maximum: '79.2', step: '0.1' }),
    '79.2',
  ),
  settable(
    'PPC.RampUp',
    ['Ramp rate, upwards', '升功率速率'],
    type.float('MW/min', { minimum: '0.5', maximum: '20', step: '0.5' }),
    '8.0',
  ),
  settable(
    'PPC.VoltSet',
    ['Voltage setpoint at the grid connection', '并网点电压设定值'],
    type.double('kV', { minimum: '118.8', maximum: '145.2' }),
    '132.00',
  ),
  settable(
    'PPC.QMode',
    ['Reactive power control', '无功控制方式'],
    type.enumOfString({
      voltage: ['Voltage', '电压'],
      reactive: ['Reactive power', '无功功率'],
      powerFactor: ['Power factor', '功率因数'],
    }),
    '"voltage"',
  ),
  settable(
    'PPC.FreqResponse',
    ['Frequency response', '频率响应'],
    type.bool(['Active', '投入'], ['Off', '退出']),
    'true',
  ),
  settable(
    'PPC.Priority',
    ['Turbines curtailed first', '优先限电机组'],
    type.array('STRING'),
    '["WTG-17","WTG-18","WTG-24"]',
    'In this order.',
  ),
  settable(
    'PPC.Dispatch',
    ['Dispatch instruction', '调度指令'],
    type.struct(
      member('number', 'Number', '编号', type.string(24)),
      member('limit', 'Limit', '限值', type.double('MW', { minimum: '0', maximum: '79.2' })),
      member('validFrom', 'Valid from', '生效时间', type.date),
      member('acknowledged', 'Acknowledged', '已确认', type.bool(['Yes', '是'], ['No', '否'])),
    ),
    '{"number":"DI-2026-0417","limit":79.2,"validFrom":"2026-11-22 06:00:00","acknowledged":true}',
  ),
  settable('PPC.NextTest', ['Next response test', '下次响应试验'], type.timestamp, '1796112000000'),
  measured('PPC.ActPower', ['Farm active power', '全场有功功率'], type.double('MW'), '64.83', {
    drift: '1.8',
    hasQuality: true,
  }),
  measured('PPC.ReactPower', ['Farm reactive power', '全场无功功率'], type.double('Mvar'), '-3.42', { drift: '0.6' }),
  measured('PPC.GridVolt', ['Grid voltage', '电网电压'], type.double('kV'), '132.41', { drift: '0.35' }),
  measured('PPC.GridFreq', ['Grid frequency', '电网频率'], type.float('Hz'), '50.012', { drift: '0.03' }),
  measured('PPC.Available', ['Turbines available', '可用机组数'], type.int(), '22'),
)
