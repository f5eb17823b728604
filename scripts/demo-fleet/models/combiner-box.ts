import { modelOf } from '../model.ts'
import { measured, settable, type } from '../point.ts'

/** A box that joins the strings of a solar array. */
export const combinerBox = modelOf(
  'CB-16',
  ['Combiner box CB-16', '汇流箱 CB-16'],
  settable('CB.Breaker', ['Breaker', '断路器'], type.bool(['Closed', '合闸'], ['Open', '分闸']), 'true'),
  settable(
    'CB.AlarmCurrent',
    ['String current alarm', '组串电流告警值'],
    type.float('A', { minimum: '1', maximum: '20', step: '0.1' }),
    '14.0',
  ),
  settable(
    'CB.TripDelay',
    ['Trip delay', '跳闸延时'],
    type.int('ms', { minimum: '0', maximum: '60000', step: '50' }),
    '500',
  ),
  settable('CB.Label', ['Label', '标签'], type.string(32), '"Row 3"'),
  measured('CB.Currents', ['String currents', '组串电流'], type.array('FLOAT', 'A'), '[10.2,10.1,9.9,10.3,10.0,10.1]'),
  measured('CB.Voltage', ['Busbar voltage', '母线电压'], type.double('V'), '1098.4', { drift: '9' }),
  measured('CB.Temp', ['Temperature inside', '箱内温度'], type.float('°C'), '36.8', { drift: '1' }),
  measured('CB.Door', ['Door', '箱门'], type.bool(['Open', '打开'], ['Closed', '关闭']), 'false'),
)
