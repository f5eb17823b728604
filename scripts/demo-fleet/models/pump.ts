import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** A centrifugal pump with a frequency converter. */
export const pump = modelOf(
  'CP-200',
  ['Pump CP-200', '水泵 CP-200'],
  settable(
    'PMP.SpeedSet',
    ['Speed setpoint', '转速设定值'],
    type.double('%', { minimum: '0', maximum: '100' }),
    '72.5',
  ),
  settable(
    'PMP.PressureSet',
    ['Pressure setpoint', '压力设定值'],
    type.float('bar', { minimum: '0', maximum: '16', step: '0.1' }),
    '6.2',
  ),
  settable(
    'PMP.Mode',
    ['Mode', '模式'],
    type.enumOfInt({ '0': ['Off', '停止'], '1': ['Automatic', '自动'], '2': ['Hand', '手动'] }),
    '1',
  ),
  settable('PMP.Enable', ['Release', '允许运行'], type.bool(['Released', '允许'], ['Locked', '闭锁']), 'true'),
  settable('PMP.Rank', ['Rank in the group', '组内优先级'], type.int('', { minimum: '1', maximum: '8' }), '1'),
  settable(
    'PMP.Pid',
    ['Controller', 'PID 参数'],
    type.struct(
      member('kp', 'Gain', '比例增益', type.double('', { minimum: '0', maximum: '50' })),
      member('ti', 'Integral time', '积分时间', type.float('s', { minimum: '0.1', maximum: '3600' })),
      member('td', 'Derivative time', '微分时间', type.float('s', { minimum: '0', maximum: '600' }), false),
      member('automatic', 'Automatic', '自动', type.bool(['Yes', '是'], ['No', '否'])),
    ),
    '{"kp":2.40,"ti":12.5,"td":0.0,"automatic":true}',
  ),
  settable(
    'PMP.TariffHours',
    ['Hours to save', '避峰时段'],
    type.array('INT', 'h'),
    '[17,18,19]',
    'The pump runs at its lowest speed in these hours.',
  ),
  settable('PMP.RunFrom', ['Duty from', '投运时间'], type.timestamp, '1795500000000'),
  settable('PMP.OilChange', ['Oil change due', '换油日期'], type.date, '"2027-01-15"'),
  settable('PMP.Note', ['Note', '备注'], type.string(80), '"Seal replaced in May"'),
  measured('PMP.Speed', ['Speed', '转速'], type.double('%'), '72.5', { drift: '0.4' }),
  measured('PMP.Flow', ['Flow', '流量'], type.double('m³/h'), '184.6', { drift: '6', hasQuality: true }),
  measured('PMP.Pressure', ['Discharge pressure', '出口压力'], type.float('bar'), '6.18', { drift: '0.15' }),
  measured('PMP.MotorCurrent', ['Motor current', '电机电流'], type.float('A'), '58.2', { drift: '2' }),
  measured('PMP.BearingTemp', ['Bearing temperature', '轴承温度'], type.float('°C'), '47.9', { drift: '1.2' }),
  measured('PMP.Vibration', ['Vibration', '振动'], type.double('mm/s'), '1.84', { drift: '0.3', hasQuality: true }),
  measured('PMP.RunHours', ['Hours run', '运行小时'], type.double('h'), '18204.30', { rise: '0.01' }),
)
