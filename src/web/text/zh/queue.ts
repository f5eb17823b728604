import type { Text } from '../en.ts'
import { outcomes } from './outcomes.ts'

/** The commands that wait for a device. */
export const queue: Text['setPoint']['queue'] = {
  title: '设备的命令队列',
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
