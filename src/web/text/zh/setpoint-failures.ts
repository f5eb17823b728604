import type { FailureText } from '../en/failure-text.ts'
import type { setpointFailures as inEnglish } from '../en/setpoint-failures.ts'
import { accessFailures } from './access-failures.ts'
import { acted, advice } from './failure-text.ts'
import { proxyUnreachable } from './proxy-unreachable.ts'

/** Setpoint's own. */
export const setpointFailures: Record<keyof typeof inEnglish, FailureText> = {
  gatewayUnreachable: {
    title: '无法连接 EnOS',
    what: '面板服务器完全无法连接 EnOS。',
    acted: acted.notSent,
    next: '请检查服务器与 EnOS 之间的网络，然后再次发送。',
  },
  connectionLost: {
    title: '连接中断',
    what: '命令发出之后、收到应答之前，与 EnOS 的连接中断。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  unreadableAnswer: {
    title: '应答无法读取',
    what: '收到的应答不是 EnOS 的应答，因此不能说明命令的情况。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  interrupted: {
    title: '中断',
    what: '命令在途中时，面板服务器停止了。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  lostTrack: {
    title: '失去跟踪',
    what: 'EnOS 已接受命令，但已无法说明其结果。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  unknownCode: {
    title: '未知代码',
    what: 'EnOS 返回了其文档中没有的代码，也没有给出可供查询的命令。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  notRecorded: {
    title: '未能记录',
    what: '命令未能先写入磁盘，因此没有发送。',
    acted: acted.notSent,
    next: advice.administrator,
  },
  idempotencyKeyMissing: {
    title: '缺少幂等键',
    what: '发送必须带有幂等键，以确保绝不会重复执行。此次没有。',
    acted: acted.notSent,
    next: '请添加 Idempotency-Key 请求头，长度为 8 至 128 个字符。',
  },
  idempotencyConflict: {
    title: '幂等键已用于其他内容',
    what: '此次发送的幂等键之前已用于其他值或目标。',
    acted: acted.notSent,
    next: '请重新打开测点，从那里发送。',
  },
  unresolvedUnknown: {
    title: '之前的命令结果未知',
    what: '此测点之前的一条命令可能已使设备动作，而无人说明设备是否动作。因此此命令没有发送。',
    acted: '没有。此命令没有发送到设备，设备未因此命令动作。',
    next: '请查看设备是否动作，在此登记，然后再次发送。',
  },
  operationNotFound: {
    title: '操作未找到',
    what: '没有此 ID 的记录。',
    acted: acted.lookedUp,
    next: '请在历史中查找。',
  },
  callNotAllowed: {
    title: '调用不允许',
    what: '面板不会将此调用转给 EnOS。',
    acted: acted.notSent,
    next: advice.administrator,
  },
  foreignOrigin: {
    title: '来自其他网站的调用',
    what: '有其他网站试图使用此面板，已被阻止。',
    acted: acted.notSent,
    next: '请关闭该网站，并从面板自己的地址使用面板。',
  },
  proxyUnreachable,
  ...accessFailures,
}
