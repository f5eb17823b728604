import type { Text } from '../en.ts'

/** What a refusal carries, in words, and what can be done about it. */
export const refusal: Text['sending']['refusal'] = {
  rule: '规则',
  limit: {
    outsideLimits: '限值',
    stepTooLarge: '最大步长',
    tooSoon: '两次发送间隔',
  },
  value: '您的值',
  before: '您看到的值',
  now: '现在上报的值',
  reported: (value, clock) => `${value}，上报于 ${clock}`,
  right: '缺少的权限',
  role: '需要的角色',
  retryAt: '可设置时间',
  contact: '可咨询',
  signInWithin: '登录时限',

  signInAndSend: '登录并发送',
  lookAgain: '返回查看值',
  earlier: '之前的命令',
  earlierLost: '无法显示之前的命令。',
}
