import type { Text } from '../en.ts'

/** Why a person may not set a point, and who could. */
export const notAllowed: Text['notAllowed'] = {
  roles: { viewer: '查看者', operator: '操作员', engineer: '工程师', administrator: '管理员' },
  rights: {
    look: '查看',
    set: '设置测点',
    cancel: '取消命令',
    acknowledge: '查明未知结果',
    setCritical: '设置关键测点',
    administer: '管理',
  },
  notAllowedTitle: '您不能设置此测点',
  notNowTitle: '目前不允许',
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
}
