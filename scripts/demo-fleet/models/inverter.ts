import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** A 250 kW string inverter. */
export const inverter = modelOf(
  'SL-250',
  ['String inverter SL-250', '组串式逆变器 SL-250'],
  settable(
    'INV.PLimit',
    ['Active power limit', '有功功率限值'],
    type.float('%', { minimum: '0', maximum: '100', step: '0.1' }),
    '100.0',
  ),
  settable(
    'INV.QSet',
    ['Reactive power setpoint', '无功功率设定值'],
    type.double('kvar', { minimum: '-150', maximum: '150' }),
    '0.00',
  ),
  settable(
    'INV.PFSet',
    ['Power factor setpoint', '功率因数设定值'],
    type.float('', { minimum: '0.80', maximum: '1.00', step: '0.01' }),
    '1.00',
  ),
  settable(
    'INV.QMode',
    ['Reactive power mode', '无功模式'],
    type.enumOfString({
      off: ['Off', '关闭'],
      pf: ['Fixed power factor', '固定功率因数'],
      q: ['Fixed reactive power', '固定无功功率'],
      qu: ['Q(U) characteristic', 'Q(U) 特性曲线'],
    }),
    '"pf"',
  ),
  settable(
    'INV.RunCmd',
    ['Operation command', '运行指令'],
    type.enumOfInt({ '0': ['Stop', '停机'], '1': ['Run', '运行'], '2': ['Standby', '待机'] }),
    '1',
  ),
  settable(
    'INV.GridProtect',
    ['Grid protection', '电网保护'],
    type.struct(
      member('uMin', 'Undervoltage', '欠压', type.float('V', { minimum: '400', maximum: '800' })),
      member('uMax', 'Overvoltage', '过压', type.float('V', { minimum: '800', maximum: '1000' })),
      member('fMin', 'Underfrequency', '欠频', type.double('Hz', { minimum: '45', maximum: '50' })),
      member('fMax', 'Overfrequency', '过频', type.double('Hz', { minimum: '50', maximum: '55' })),
      member('tripTime', 'Trip time', '跳闸时间', type.int('ms', { minimum: '40', maximum: '10000' })),
      member('reconnect', 'Reconnects by itself', '自动重连', type.bool(['Yes', '是'], ['No', '否'])),
      member('profile', 'Grid code', '并网规范', type.string(32), false),
    ),
    '{"uMin":640.0,"uMax":880.0,"fMin":47.5,"fMax":51.5,"tripTime":200,"reconnect":true,"profile":"RD 647/2020"}',
  ),
  settable(
    'INV.QUCurve',
    ['Q(U) characteristic', 'Q(U) 特性曲线'],
    type.array('DOUBLE', '%'),
    '[43.60,0.00,0.00,-43.60]',
    'Reactive power at 93, 97, 103 and 107 % of the rated voltage.',
  ),
  settable('INV.StringsOn', ['Strings in use', '投入组串'], type.array('INT'), '[1,2,3,4,5,6,7,8,9,10,11,12]'),
  settable('INV.Label', ['Label', '标签'], type.string(32), '"Skid 4, left"'),
  measured('INV.ActPower', ['Active power', '有功功率'], type.double('kW'), '187.42', { drift: '9', hasQuality: true }),
  measured('INV.DcVoltage', ['DC voltage', '直流电压'], type.float('V'), '1104.5', { drift: '12' }),
  measured('INV.DcCurrent', ['DC current', '直流电流'], type.float('A'), '172.3', { drift: '8' }),
  measured('INV.GridFreq', ['Grid frequency', '电网频率'], type.float('Hz'), '49.998', { drift: '0.03' }),
  measured('INV.Temp', ['Heat sink temperature', '散热器温度'], type.float('°C'), '58.6', { drift: '1.5' }),
  measured('INV.IsoResistance', ['Insulation resistance', '绝缘电阻'], type.int('Ω', {}, 'KILO'), '1840'),
  measured('INV.EnergyDay', ['Energy today', '今日发电量'], type.double('kWh'), '912.60', { rise: '0.26' }),
  measured(
    'INV.State',
    ['State', '状态'],
    type.enumOfInt({ '0': ['Off', '关机'], '1': ['Feeding in', '并网发电'], '2': ['Fault', '故障'] }),
    '1',
  ),
  measured('INV.LastTrace', ['Last fault record', '最近故障录波'], type.file, '"traces/2026-11-19T061455.cfg"'),
)
