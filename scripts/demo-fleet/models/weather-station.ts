import { modelOf } from '../model.ts'
import { measured, settable, type } from '../point.ts'

/** A weather station of a solar plant: mostly measures. */
export const weatherStation = modelOf(
  'WS-600',
  ['Weather station WS-600', '气象站 WS-600'],
  settable('WS.Averaging', ['Averaging period', '平均周期'], type.int('s', { minimum: '1', maximum: '600' }), '60'),
  settable(
    'WS.Factor',
    ['Pyranometer calibration factor', '总辐射表校准系数'],
    type.double('', { minimum: '0.9', maximum: '1.1' }),
    '1.00173',
  ),
  settable('WS.Calibrated', ['Calibrated on', '校准日期'], type.date, '"2026-03-18"'),
  settable('WS.Heater', ['Dome heating', '玻璃罩加热'], type.bool(['On', '开'], ['Off', '关']), 'false'),
  settable(
    'WS.AlarmTemps',
    ['Alarm temperatures of the modules', '组件告警温度'],
    type.array('FLOAT', '°C'),
    '[70.0,80.0,85.0]',
    'Notice, warning, alarm.',
  ),
  measured('WS.Ghi', ['Global irradiance, horizontal', '水平总辐照度'], type.double('W/m²'), '684.2', {
    drift: '40',
    hasQuality: true,
  }),
  measured('WS.Poa', ['Irradiance in the module plane', '组件平面辐照度'], type.double('W/m²'), '812.7', {
    drift: '45',
    hasQuality: true,
  }),
  measured('WS.AirTemp', ['Air temperature', '气温'], type.float('°C'), '18.4', { drift: '0.6' }),
  measured('WS.ModuleTemp', ['Module temperature', '组件温度'], type.float('°C'), '41.2', { drift: '1.5' }),
  measured('WS.Humidity', ['Relative humidity', '相对湿度'], type.float('%'), '46.0', { drift: '3' }),
  measured('WS.Wind', ['Wind speed', '风速'], type.float('m/s'), '4.6', { drift: '1.4' }),
)
