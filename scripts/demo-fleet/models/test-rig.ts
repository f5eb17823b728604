import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** A rig with one point of every data type, most of them without limits of their own. */
export const testRig = modelOf(
  'RIG-1',
  ['Test rig', '试验台'],
  settable('RIG.Int', ['Whole number', '整数'], type.int(), '42'),
  settable('RIG.Float', ['Single precision number', '单精度数'], type.float(), '3.14'),
  settable('RIG.Double', ['Double precision number', '双精度数'], type.double('V'), '2.718281828459045'),
  settable(
    'RIG.Stepped',
    ['Number in steps', '步进数'],
    type.double('mm', { minimum: '0.1', maximum: '9.7', step: '0.3' }),
    '0.4',
  ),
  settable('RIG.Bool', ['Switch', '开关'], type.bool(['On', '开'], ['Off', '关']), 'false'),
  settable(
    'RIG.EnumInt',
    ['Choice by number', '数字枚举'],
    type.enumOfInt({ '1': ['First', '第一'], '2': ['Second', '第二'], '3': ['Third', '第三'] }),
    '1',
  ),
  settable(
    'RIG.EnumText',
    ['Choice by text', '文本枚举'],
    type.enumOfString({ eco: ['Economy', '节能'], comfort: ['Comfort', '舒适'], boost: ['Boost', '强劲'] }),
    '"eco"',
  ),
  settable('RIG.Text', ['Text', '文本'], type.string(40), '"Grüße aus 上海"'),
  settable('RIG.Date', ['Date', '日期'], type.date, '"2026-11-23 08:30:00"'),
  settable('RIG.Timestamp', ['Timestamp', '时间戳'], type.timestamp, '1795420800000'),
  settable('RIG.Ints', ['Whole numbers', '整数数组'], type.array('INT'), '[1,2,3]'),
  settable('RIG.Floats', ['Single precision numbers', '单精度数组'], type.array('FLOAT'), '[0.5,1.0,1.5]'),
  settable('RIG.Doubles', ['Double precision numbers', '双精度数组'], type.array('DOUBLE', 'V'), '[1.10,2.20]'),
  settable('RIG.Texts', ['Texts', '文本数组'], type.array('STRING'), '["north","south"]'),
  settable(
    'RIG.Struct',
    ['Structure', '结构体'],
    type.struct(
      member('count', 'Count', '数量', type.int('', { minimum: '0', maximum: '100' })),
      member('ratio', 'Ratio', '比率', type.double('%')),
      member('level', 'Level', '液位', type.float('m')),
      member('active', 'Active', '启用', type.bool(['Yes', '是'], ['No', '否'])),
      member('grade', 'Grade', '等级', type.enumOfString({ a: ['A', '甲'], b: ['B', '乙'] })),
      member('label', 'Label', '标签', type.string(16)),
      member('day', 'Day', '日期', type.date, false),
      member('moment', 'Moment', '时刻', type.timestamp, false),
      member('offsets', 'Offsets', '偏移量', type.array('DOUBLE'), false),
    ),
    '{"count":3,"ratio":12.50,"level":1.2,"active":true,"grade":"a","label":"rig","day":"2026-11-23","moment":1795420800000,"offsets":[0.10,-0.10]}',
  ),
  settable('RIG.File', ['File', '文件'], type.file, '"files/rig-report.pdf"', 'Files are uploaded, not set.'),
  measured('RIG.Load', ['Load', '负载'], type.double('%'), '48.20', { drift: '6', hasQuality: true }),
  measured('RIG.Temp', ['Temperature', '温度'], type.float('°C'), '22.5', { drift: '0.5' }),
)
