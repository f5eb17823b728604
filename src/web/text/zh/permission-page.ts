import type { Text } from '../en.ts'

/** The page that explains to a person why a point may or may not be set. */
export const permissionPage: Text['permissionPage'] = {
  title: '谁可以设置此测点',
  noPointTitle: '未指定测点',
  noPoint: '请在控制页面从测点打开此页面。',
  loadFailed: '目前无法得知您是否可以设置此测点',
  back: '控制',

  allowed: (person, point, device) => `${person} 可以设置 ${device} 的 ${point}。`,
  allowedAfterSignIn: (person, point, device) => `${person} 可以设置 ${device} 的 ${point}，发送时需要重新登录。`,
  notNow: (person, point, device) => `${person} 目前不能设置 ${device} 的 ${point}。`,
  notAllowed: (person, point, device) => `${person} 不能设置 ${device} 的 ${point}。`,
  serverDecides: '这是目前的情况。无论此页面如何显示，服务器在每次发送时都会重新判断。',

  checks: '检查项',
  checksAbout: '按此顺序检查；遇到第一项未通过，即不予发送。',
  passed: '通过',
  notPassed: '未通过',
  kinds: {
    role: '您的角色',
    place: '您的范围',
    hours: '允许时段',
    interval: '两次发送间隔',
    signIn: '最近登录',
  },
  because: {
    role: (role, right) => `您的角色“${role}”可以${right}。`,
    place: '此设备在您的角色适用的资产之中。',
    hours: (hours) => `允许时段：${hours}。`,
    anyHour: '没有规则限制时段。',
    interval: (span) => `此测点上次发送距今已超过 ${span}。`,
    anyInterval: '没有规则要求两次发送之间的间隔。',
    signIn: (span) => `您在最近 ${span}内登录过。`,
    noSignIn: '此测点不要求最近登录。',
  },
  rule: '规则',
  byRule: (rule) => `规则“${rule}”`,
  from: (moment) => `${moment} 起可以设置`,

  needs: '发送时的要求',
  pointClass: '测点等级',
  classRule: (rule) => `根据规则“${rule}”`,
  classByNoRule: '策略中没有规则提及此测点',
  needsRole: '角色',
  needsRoleAs: (role, right) => `${role}或更高角色，用于${right}`,
  needsConfirmation: '确认设备和值',
  needsReason: '填写原因以供记录',
  needsSignIn: '最近登录',
  yes: '是',
  no: '否',
  within: (span) => `最近 ${span}内`,

  limits: '策略限值',
  noLimits: '策略没有为此测点设置限值，以模型限值为准。',
  limit: '限值',
  value: '值',
  limitNames: {
    minimum: '不小于',
    maximum: '不大于',
    largestStep: '一次最大步长',
    leastInterval: '两次发送间隔',
    hours: '时段',
  },

  contact: '可咨询',
  noContact: '策略未指定联系人，请咨询本面板的管理员。',
}
