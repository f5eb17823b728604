import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** A 3.3 MW wind turbine. */
export const windTurbine = modelOf(
  'EN-156-3.3',
  ['Wind turbine EN-156/3.3', '风力发电机组 EN-156/3.3'],
  settable(
    'WTG.ActPowerLimit',
    ['Active power limit', '有功功率限值'],
    type.double('kW', { minimum: '0', maximum: '3500' }),
    '3300.0',
    'Ceiling of active power, as asked for by the grid operator or the park controller.',
  ),
  settable(
    'WTG.PitchSet',
    ['Pitch angle setpoint', '桨距角设定值'],
    type.float('°', { minimum: '-2', maximum: '92', step: '0.05' }),
    '4.25',
    'Lower limit of the pitch angle; 90° is feathered.',
  ),
  settable(
    'WTG.Mode',
    ['Operating mode', '运行模式'],
    type.enumOfInt({
      '0': ['Stopped', '停机'],
      '1': ['Normal', '正常运行'],
      '2': ['Noise reduced', '降噪运行'],
      '3': ['Service', '维护'],
      '4': ['Idling', '空转'],
    }),
    '1',
  ),
  settable('WTG.YawEnable', ['Yaw enabled', '偏航使能'], type.bool(['On', '开'], ['Off', '关']), 'true'),
  settable(
    'WTG.ReactPowerSet',
    ['Reactive power setpoint', '无功功率设定值'],
    type.int('kvar', { minimum: '-1600', maximum: '1600', step: '10' }),
    '0',
  ),
  settable(
    'WTG.CurtailPlan',
    ['Curtailment schedule', '限电计划'],
    type.struct(
      member('limit', 'Limit', '限值', type.double('kW', { minimum: '0', maximum: '3500' })),
      member('from', 'From', '开始时间', type.timestamp),
      member('to', 'To', '结束时间', type.timestamp),
      member('reason', 'Reason', '原因', type.string(64), false),
    ),
    '{"limit":2500.0,"from":1795500000000,"to":1795514400000,"reason":"Grid maintenance"}',
    'One planned window in which the active power stays below a limit.',
  ),
  settable(
    'WTG.VibTaps',
    ['Vibration filter taps', '振动滤波器系数'],
    type.array('FLOAT'),
    '[0.0125,0.0525,0.1425,0.2925,0.2925,0.1425,0.0525,0.0125]',
    'Coefficients of the tower acceleration filter.',
  ),
  settable(
    'WTG.SoundPlan',
    ['Sound management level', '噪声管理等级'],
    type.enumOfString({
      off: ['Off', '关闭'],
      night: ['Night only', '仅夜间'],
      always: ['Always', '始终'],
    }),
    '"off"',
  ),
  settable('WTG.ServiceDue', ['Next service', '下次维护日期'], type.date, '"2027-04-12 08:00:00"'),
  measured('WTG.ActPower', ['Active power', '有功功率'], type.double('kW'), '2874.6', {
    drift: '140',
    hasQuality: true,
  }),
  measured('WTG.WindSpeed', ['Wind speed', '风速'], type.float('m/s'), '11.42', { drift: '1.6', hasQuality: true }),
  measured('WTG.WindDir', ['Wind direction', '风向'], type.float('°'), '248.0', { drift: '9' }),
  measured('WTG.RotorSpeed', ['Rotor speed', '叶轮转速'], type.float('rpm'), '12.06', { drift: '0.5' }),
  measured('WTG.PitchAngle', ['Pitch angle', '桨距角'], type.float('°'), '4.25'),
  measured('WTG.GenTemp', ['Generator winding temperature', '发电机绕组温度'], type.float('°C'), '84.3', {
    drift: '2.5',
  }),
  measured('WTG.NacelleDir', ['Nacelle direction', '机舱方位'], type.float('°'), '246.5', { drift: '2' }),
  measured('WTG.EnergyTotal', ['Energy, total', '累计发电量'], type.double('kWh'), '48217306.4', { rise: '3.9' }),
)
