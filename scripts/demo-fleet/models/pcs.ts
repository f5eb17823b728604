import { modelOf } from '../model.ts'
import { measured, member, settable, type } from '../point.ts'

/** The power conversion system of a battery, 2.5 MW. */
export const pcs = modelOf(
  'PCS-2500',
  ['Power conversion system PCS-2500', '储能变流器 PCS-2500'],
  settable(
    'PCS.PSet',
    ['Active power setpoint', '有功功率设定值'],
    type.double('kW', { minimum: '-2500', maximum: '2500' }),
    '850.0',
    'Positive discharges the battery.',
  ),
  settable(
    'PCS.QSet',
    ['Reactive power setpoint', '无功功率设定值'],
    type.double('kvar', { minimum: '-1500', maximum: '1500' }),
    '0.0',
  ),
  settable(
    'PCS.Mode',
    ['Mode', '运行模式'],
    type.enumOfInt({
      '0': ['Off', '关机'],
      '1': ['Standby', '待机'],
      '2': ['Grid following', '跟网'],
      '3': ['Grid forming', '构网'],
      '4': ['Frequency regulation', '调频'],
      '5': ['Peak shaving', '削峰'],
      '6': ['Black start', '黑启动'],
      '7': ['Capacity test', '容量测试'],
      '99': ['Service', '检修'],
    }),
    '2',
  ),
  settable('PCS.Ramp', ['Ramp rate', '功率变化率'], type.float('kW/s', { minimum: '1', maximum: '500' }), '100.0'),
  settable(
    'PCS.Droop',
    ['Frequency droop', '频率下垂'],
    type.struct(
      member('enabled', 'Enabled', '使能', type.bool(['Yes', '是'], ['No', '否'])),
      member('deadband', 'Dead band', '死区', type.double('Hz', { minimum: '0', maximum: '0.5' })),
      member('gain', 'Gain', '增益', type.double('kW/Hz', { minimum: '0', maximum: '25000' })),
      member('reserve', 'Reserve', '备用', type.int('kW', { minimum: '0', maximum: '2500' }), false),
    ),
    '{"enabled":true,"deadband":0.020,"gain":6250.0,"reserve":500}',
  ),
  settable(
    'PCS.DayPlan',
    ['Plan of the day', '日计划'],
    type.array('DOUBLE', 'kW'),
    '[-1200.0,-1200.0,-1200.0,-800.0,0.0,0.0,600.0,1500.0,1500.0,400.0,-600.0,-900.0,-900.0,-600.0,0.0,0.0,800.0,2000.0,2200.0,2000.0,1200.0,0.0,0.0,-800.0]',
    'One mean power for each hour.',
  ),
  settable('PCS.Contactor', ['DC contactor', '直流接触器'], type.bool(['Closed', '闭合'], ['Open', '断开']), 'true'),
  settable('PCS.PlanFrom', ['Plan valid from', '计划生效时间'], type.timestamp, '1795449600000'),
  settable('PCS.Note', ['Note of the shift', '值班备注'], type.string(256), '"AGC released 06:00"'),
  measured('PCS.ActPower', ['Active power', '有功功率'], type.double('kW'), '850.0', { drift: '12', hasQuality: true }),
  measured('PCS.ReactPower', ['Reactive power', '无功功率'], type.double('kvar'), '0.0', { drift: '6' }),
  measured('PCS.DcVoltage', ['DC voltage', '直流电压'], type.double('V'), '1248.6', { drift: '6' }),
  measured('PCS.GridFreq', ['Grid frequency', '电网频率'], type.float('Hz'), '50.004', { drift: '0.02' }),
  measured('PCS.IgbtTemp', ['IGBT temperature', 'IGBT 温度'], type.float('°C'), '61.8', { drift: '2' }),
  measured('PCS.EnergyOut', ['Energy discharged', '累计放电量'], type.double('kWh'), '3184092.5', { rise: '1.2' }),
)
