import type { Text } from '../en.ts'

/** Who may set a point, and what setting it asks for. */
export const permission: Text['permission'] = {
  classes: { routine: '常规', confirm: '需确认', critical: '关键' },
  classHints: {
    routine: '设置此测点只需最后核对。',
    confirm: '设置此测点需要确认设备和值。',
    critical: '设置此测点需要确认、填写原因，并在最近几分钟内登录过。',
  },

  asking: '正在查询…',
  cannotAsk: '无法查询您是否可以设置此测点。发送时由服务器决定。',
  whyMayI: '为什么我可以？',
  whyNot: '为什么不可以？',

  hours: (from, to, zone, days) => `${days} ${from} 至 ${to}（${zone}）`,
  everyDay: '每天',
  dayList: (days) => days.join('、'),
  dayRange: (first, last) => `${first}至${last}`,

  limits: {
    byRule: (rule, limits) => `规则“${rule}”：${limits.join('，')}`,
    between: (least, most) => `${least} 至 ${most}`,
    atLeast: (value) => `不小于 ${value}`,
    atMost: (value) => `不大于 ${value}`,
    largestStep: (value) => `一次最多改变 ${value}`,
    leastInterval: (span) => `两次发送间隔 ${span}`,
    hours: (hours) => `仅限${hours}`,
  },
}
