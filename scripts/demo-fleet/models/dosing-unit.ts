import { modelOf } from '../model.ts'
import { measured, settable, type } from '../point.ts'

/** A dosing pump that speaks frames of its own instead of JSON. */
export const dosingUnit = modelOf(
  'DS-2000',
  ['Dosing unit DS-2000', '加药装置 DS-2000'],
  settable(
    'DOS.RateSet',
    ['Dosing rate setpoint', '加药量设定值'],
    type.double('mL/h', { minimum: '0', maximum: '2000' }),
    '420.0',
    'The register of the frame holds at most 999.',
  ),
  settable('DOS.Strokes', ['Stroke frequency', '冲程频率'], type.int('1/min', { minimum: '0', maximum: '180' }), '96'),
  settable(
    'DOS.Mode',
    ['Mode', '模式'],
    type.enumOfInt({ '0': ['Off', '停止'], '1': ['Constant', '恒量'], '2': ['By flow', '按流量'] }),
    '2',
  ),
  settable('DOS.Run', ['Run', '运行'], type.bool(['Running', '运行'], ['Stopped', '停止']), 'true'),
  settable(
    'DOS.Batch',
    ['Batch of the chemical', '药剂批号'],
    type.string(24),
    '"NaOCl-26-118"',
    'Plain letters and digits only: the frame knows no others.',
  ),
  measured('DOS.Rate', ['Dosing rate', '加药量'], type.double('mL/h'), '420.0', { drift: '3' }),
  measured('DOS.Level', ['Tank level', '药箱液位'], type.float('%'), '71.4', { drift: '0.2' }),
  measured('DOS.Pressure', ['Pressure', '压力'], type.float('bar'), '3.62', { drift: '0.1' }),
  measured('DOS.Leak', ['Leak', '泄漏'], type.bool(['Leak', '泄漏'], ['Dry', '正常']), 'false'),
)
