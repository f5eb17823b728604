import { registers } from '../frames/frame-scripts.ts'
import { testRig } from '../models/test-rig.ts'
import type { Branch, DemoDevice, DemoProduct } from '../tree.ts'
import { activatingPumps, dosingUnits, endlessDosingUnits, pumpFollows, pumps, rubbishDosingUnits } from './pumps.ts'

const rigs: DemoProduct = { productKey: 'rig1', name: ['Test rig', '试验台'], model: testRig }

/** A pump whose name says what it does. */
const pump = (
  number: number,
  en: string,
  zh: string,
  simulate: object,
  more: Partial<DemoDevice> = {},
): DemoDevice => ({
  deviceKey: `pump-${number}`,
  name: [`Pump ${number} (${en})`, `${number}号泵（${zh}）`],
  product: pumps,
  simulate: { reportEvery: 8, follow: pumpFollows, ...simulate },
  ...more,
})

const dosingUnit = (number: number, en: string, zh: string, product: DemoProduct): DemoDevice => ({
  deviceKey: `dosing-${number}`,
  name: [`Dosing unit ${number} (${en})`, `${number}号加药装置（${zh}）`],
  product,
  simulate: { reportEvery: 8, registers },
})

/** One device for each way a command can end. */
export const practiceBench: Branch = {
  key: 'practice-bench',
  name: ['Practice bench', '练习台'],
  timezone: 'Europe/Berlin',
  children: [
    {
      deviceKey: 'rig-1',
      name: ['Test rig (every data type)', '试验台（所有数据类型）'],
      product: rigs,
      simulate: { reportEvery: 5 },
    },
    pump(3, 'never answers', '从不应答', { answer: { never: true } }),
    pump(4, 'answers after 8 s', '8 秒后应答', { answer: { after: 8 } }),
    pump(5, 'answers after 35 s', '35 秒后应答', { answer: { after: 35 } }),
    pump(6, 'acts but never answers', '执行但不应答', { answer: { never: true, actsAnyway: true } }),
    pump(7, 'refuses with 2041 valve jammed', '拒绝：2041 阀门卡住', {
      answer: { code: 2041, message: 'valve jammed' },
    }),
    pump(8, 'clamps to 0–50 %', '限幅 0–50 %', {
      values: { 'PMP.SpeedSet': 45, 'PMP.Speed': 45 },
      clamp: { 'PMP.SpeedSet': { minimum: 0, maximum: 50 } },
    }),
    pump(9, 'offline', '离线', { schedule: { online: 0 } }, { lastSeen: Date.parse('2026-11-18T07:42:11Z') }),
    pump(10, 'offline, returns every 90 s', '离线，每 90 秒上线一次', { schedule: { online: 10, offline: 80 } }),
    pump(11, 'not activated', '未激活', { stayInactive: true }),
    pump(12, 'disabled', '已禁用', {}, { disabled: true }),
    pump(13, 'slow: 20 s per command', '缓慢：每条命令 20 秒', { answer: { after: 20 } }),
    dosingUnit(14, 'cannot encode above 999', '超过 999 无法编码', dosingUnits),
    dosingUnit(15, 'script never ends', '脚本不结束', endlessDosingUnits),
    dosingUnit(16, 'script returns rubbish', '脚本返回乱码', rubbishDosingUnits),
    pump(17, 'flaps', '频繁上下线', { schedule: { online: 8, offline: 6 } }),
    pump(18, 'answers twice', '应答两次', { answer: { twice: true } }),
    pump(19, 'answers to a wrong id', '应答错误的编号', { answer: { wrongId: true } }),
    pump(20, 'loses its connection when told', '收到命令即掉线', { answer: { drops: true } }),
    pump(21, 'dynamic activation', '动态激活', { activate: true }, { product: activatingPumps }),
    pump(22, 'refuses, yet acts', '拒绝但仍执行', {
      answer: { code: 2050, message: 'local control has priority', actsAnyway: true },
    }),
  ],
}
