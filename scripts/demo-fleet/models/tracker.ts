import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** A single-axis tracker row with its motor. */
export const tracker = modelOf(
  'TR-1P',
  ['Solar tracker TR-1P', '光伏跟踪支架 TR-1P'],
  settable(
    'TRK.Mode',
    ['Mode', '模式'],
    type.enumOfString({
      auto: ['Automatic', '自动'],
      manual: ['Manual', '手动'],
      stow: ['Wind stow', '大风避险'],
      snow: ['Snow', '除雪'],
      clean: ['Cleaning', '清洗'],
      night: ['Night', '夜间'],
      rain: ['Rain', '雨天'],
      service: ['Service', '检修'],
    }),
    '"auto"',
  ),
  settable(
    'TRK.AngleSet',
    ['Angle setpoint', '角度设定值'],
    type.float('°', { minimum: '-60', maximum: '60', step: '0.5' }),
    '-12.5',
    'Negative faces east.',
  ),
  settable(
    'TRK.StowWind',
    ['Stow above wind speed', '避险风速'],
    type.float('m/s', { minimum: '5', maximum: '25' }),
    '15.0',
  ),
  settable('TRK.Backtrack', ['Backtracking', '反跟踪'], type.bool(['On', '开'], ['Off', '关']), 'true'),
  settable(
    'TRK.Motor',
    ['Motor limits', '电机限制'],
    type.struct(
      member('current', 'Current', '电流', type.float('A', { minimum: '1', maximum: '12' })),
      member('timeout', 'Time-out', '超时', type.int('s', { minimum: '5', maximum: '600' })),
      member('brake', 'Brake', '制动', type.enumOfString({ coast: ['Coast', '滑行'], hold: ['Hold', '保持'] })),
    ),
    '{"current":6.5,"timeout":120,"brake":"hold"}',
  ),
  measured('TRK.Angle', ['Angle', '角度'], type.float('°'), '-12.5'),
  measured('TRK.MotorCurrent', ['Motor current', '电机电流'], type.float('A'), '0.42', { drift: '0.3' }),
  measured('TRK.Wind', ['Wind speed at the row', '支架处风速'], type.float('m/s'), '4.8', { drift: '1.5' }),
  measured('TRK.Battery', ['Battery voltage', '电池电压'], type.double('V'), '25.64', { drift: '0.2' }),
  measured('TRK.Alarm', ['Alarm', '告警'], type.string(64), '"none"'),
)
