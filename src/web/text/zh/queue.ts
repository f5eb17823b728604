import type { Text } from '../en.ts'
import { outcomes } from './outcomes.ts'

/** The commands that wait for a device. */
export const queue: Text['sending']['queue'] = {
  title: (device) => `${device} 的命令队列`,
  frontTitle: '排在前面的命令',
  count: (count, limit) => `已占用 ${count} / ${limit} 个位置`,
  order: '自上而下逐条发送。',
  empty: '没有命令在等待此设备。',
  frontEmpty: '排在前面的命令在记录中已不存在。',
  loadFailed: '无法显示队列',
  until: (moment) => `保留至 ${moment}`,
  instant: '等待应答',
  cancel: '取消',
  cancelWhat: (point) => `取消 ${point}`,
  canceled: (point) => `${point} 的命令已取消，设备未动作。`,
  turnNext: '下一条',
  turn: (usual, atMost) => `在第一条之后约 ${usual} 轮到，最多 ${atMost}`,
  turnAtMost: (atMost) => `在第一条之后最多 ${atMost} 轮到`,
  cancelAll: (count, device) => `取消 ${device} 的全部 ${count} 条等待命令`,
  cancelAllSure: (count, device) => `要取消 ${device} 的全部 ${count} 条等待命令吗？无论由谁发送。`,
  cancelAllTick: (count) => `这 ${count} 条命令都不再需要。`,
  cancelAllYes: (count) => `取消这 ${count} 条`,
  cancelAllNo: '保留',
  cancelAllBusy: '正在取消',
  cancelAllSome: (done, count) => `已取消 ${count} 条中的 ${done} 条。其余的可能已经发出：请查看剩余的命令。`,
  canceledAll: (done) => `已取消 ${done} 条命令。`,
  states: {
    1: outcomes.queued,
    2: '已取消',
    3: '已过期',
    4: outcomes.waiting,
    5: outcomes.done,
    6: '未执行',
    7: outcomes.unknown,
  },
}
