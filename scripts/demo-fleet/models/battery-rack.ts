import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** A lithium iron phosphate rack with its battery management. */
export const batteryRack = modelOf(
  'LFP-372',
  ['Battery rack LFP-372', '电池簇 LFP-372'],
  settable(
    'RACK.ChargeLimit',
    ['Charge current limit', '充电电流限值'],
    type.int('A', { minimum: '0', maximum: '280', step: '5' }),
    '140',
  ),
  settable(
    'RACK.DischargeLimit',
    ['Discharge current limit', '放电电流限值'],
    type.int('A', { minimum: '0', maximum: '280', step: '5' }),
    '280',
  ),
  settable(
    'RACK.SocWindow',
    ['State of charge window', '荷电状态范围'],
    type.struct(
      member('low', 'Low', '下限', type.float('%', { minimum: '0', maximum: '50' })),
      member('high', 'High', '上限', type.float('%', { minimum: '50', maximum: '100' })),
    ),
    '{"low":8.0,"high":95.0}',
  ),
  settable('RACK.Balancing', ['Cell balancing', '电芯均衡'], type.bool(['On', '开'], ['Off', '关']), 'true'),
  settable(
    'RACK.Cooling',
    ['Cooling', '冷却'],
    type.enumOfInt({ '0': ['Off', '关闭'], '1': ['Automatic', '自动'], '2': ['Full', '全速'] }),
    '1',
  ),
  settable('RACK.TestDue', ['Capacity test due', '容量测试日期'], type.date, '"2027-02-01"'),
  measured('RACK.Soc', ['State of charge', '荷电状态'], type.float('%'), '63.4', { drift: '0.8', hasQuality: true }),
  measured('RACK.Soh', ['State of health', '健康状态'], type.float('%'), '96.8'),
  measured('RACK.Voltage', ['Voltage', '电压'], type.double('V'), '1251.2', { drift: '5' }),
  measured('RACK.Current', ['Current', '电流'], type.double('A'), '68.4', { drift: '4' }),
  measured('RACK.CellMin', ['Lowest cell voltage', '最低单体电压'], type.int('V', {}, 'MILLI'), '3258', { drift: '4' }),
  measured(
    'RACK.CellTemps',
    ['Module temperatures', '模组温度'],
    type.array('FLOAT', '°C'),
    '[24.5,24.8,25.1,24.9,24.6]',
  ),
  measured('RACK.Cycles', ['Cycles', '循环次数'], type.int(), '842'),
)
