import { modelOf } from '../model.ts'
import { measured, settable, type } from '../point.ts'

/** A motor-driven control valve. */
export const valve = modelOf(
  'MV-150',
  ['Control valve MV-150', '电动调节阀 MV-150'],
  settable(
    'VLV.PosSet',
    ['Position setpoint', '开度设定值'],
    type.float('%', { minimum: '0', maximum: '100', step: '0.5' }),
    '40.0',
  ),
  settable(
    'VLV.Mode',
    ['Mode', '模式'],
    type.enumOfString({ remote: ['Remote', '远方'], local: ['Local', '就地'], hand: ['Handwheel', '手轮'] }),
    '"remote"',
  ),
  settable(
    'VLV.FailPos',
    ['On loss of signal', '失信动作'],
    type.enumOfString({ open: ['Opens', '全开'], close: ['Closes', '全关'], stay: ['Stays', '保持'] }),
    '"stay"',
  ),
  settable('VLV.Travel', ['Travel time', '行程时间'], type.int('s', { minimum: '5', maximum: '300' }), '45'),
  settable('VLV.Lock', ['Lock', '闭锁'], type.bool(['Locked', '闭锁'], ['Free', '解锁']), 'false'),
  measured('VLV.Position', ['Position', '开度'], type.float('%'), '40.0'),
  measured('VLV.Torque', ['Torque', '力矩'], type.float('Nm'), '86.0', { drift: '6' }),
  measured('VLV.Strokes', ['Strokes', '动作次数'], type.int(), '20417'),
  measured('VLV.Temp', ['Motor temperature', '电机温度'], type.float('°C'), '33.1', { drift: '0.8' }),
)
