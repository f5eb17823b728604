import type { Text } from '../en.ts'

/** Who may set a point, and what setting it asks for. */
export const permission: Text['permission'] = {
  classes: { routine: '常规', confirm: '需确认', critical: '关键' },
  classHints: {
    routine: '设置此测点只需最后核对。',
    confirm: '设置此测点需要确认设备和值。',
    critical: '设置此测点需要确认、填写原因，并在最近几分钟内登录过。',
  },
  roles: { viewer: '查看者', operator: '操作员', engineer: '工程师', administrator: '管理员' },
  rights: {
    look: '查看',
    set: '设置测点',
    cancel: '取消命令',
    acknowledge: '查明未知结果',
    setCritical: '设置关键测点',
    administer: '管理',
  },

  asking: '正在查询您是否可以设置此测点。',
  cannotAsk: '无法查询您是否可以设置此测点。发送时由服务器决定。',
  notAllowedTitle: '您不能设置此测点',
  notNowTitle: '目前不允许',
  whyMayI: '为什么我可以？',
  whyNot: '为什么不可以？',

  not: {
    role: (role, right, needed) => `您的角色“${role}”不能${right}，需要角色“${needed}”。`,
    place: '您的角色适用于工厂的其他部分，此设备不在其中。',
    hours: (rule, hours) => `规则“${rule}”只允许在${hours}设置。`,
    interval: (rule, span) => `规则“${rule}”要求此测点的两次发送之间间隔 ${span}。`,
    signIn: (minutes) => `此测点要求在最近 ${minutes}内登录过。`,
    notNow: '策略目前不允许。',
  },
  until: (moment) => `${moment} 起可以设置。`,
  ask: (contact) => `请咨询：${contact}`,

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
