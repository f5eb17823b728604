import type { FailureText } from '../en/failure-text.ts'
import type { gatewayFailures as inEnglish } from '../en/gateway-failures.ts'
import { acted, advice } from './failure-text.ts'

/** The token service and the gateway (§4.5). */
export const gatewayFailures: Record<keyof typeof inEnglish, FailureText> = {
  repeatedEncryption: {
    title: '登录签名重复使用',
    what: '面板服务器用已使用过的签名请求令牌。',
    acted: acted.notSent,
    next: '请再次发送。若再次出现，请检查服务器的时钟。',
  },
  unknownAppKey: {
    title: 'Access Key 未知',
    what: 'EnOS 中没有此面板的 Access Key。',
    acted: acted.notSent,
    next: advice.administrator,
  },
  wrongEncryption: {
    title: 'Secret Key 错误',
    what: '此面板的 Secret Key 与其 Access Key 不匹配。',
    acted: acted.notSent,
    next: advice.administrator,
  },
  tokenParameter: {
    title: '令牌请求未被接受',
    what: 'EnOS 没有接受令牌请求中的某个参数。',
    acted: acted.notSent,
    next: advice.administrator,
  },
  tokenInternal: {
    title: '令牌服务故障',
    what: 'EnOS 的令牌服务自身发生错误。',
    acted: acted.notSent,
    next: '请稍候，然后再次发送。',
  },
  tokenParameterEmpty: {
    title: '令牌请求不完整',
    what: '令牌请求中有参数为空。',
    acted: acted.notSent,
    next: advice.administrator,
  },
  tokenExpired: {
    title: '访问令牌已过期',
    what: '访问令牌已过期，新的令牌也被拒绝。',
    acted: acted.notSent,
    next: '请再次发送。若再次出现，请联系本面板的管理员。',
  },
  tokenRefresh: {
    title: '令牌未能更新',
    what: 'EnOS 拒绝更新访问令牌。',
    acted: acted.notSent,
    next: '请再次发送。若再次出现，请联系本面板的管理员。',
  },
  gatewayBody: {
    title: '请求无法读取',
    what: '网关无法读取请求。',
    acted: acted.notSent,
    next: advice.administrator,
  },
  gatewayCredentials: {
    title: '未登录网关',
    what: '网关没有接受令牌或签名。',
    acted: acted.notSent,
    next: '请检查密钥和服务器的时钟，然后再次发送。',
  },
  gatewayAddress: {
    title: '地址不允许',
    what: '网关不接受来自此服务器地址的调用。',
    acted: acted.notSent,
    next: '请让 EnOS 管理员允许此服务器的地址。',
  },
  gatewayNoRoute: {
    title: '网关没有此调用',
    what: '网关中没有这样的调用。',
    acted: acted.notSent,
    next: '请检查设置中的网关地址。',
  },
  gatewayTooLarge: {
    title: '请求过大',
    what: '请求超过网关允许的大小。',
    acted: acted.notSent,
    next: '请发送较小的值。',
  },
  gatewayTooMany: {
    title: '请求过多',
    what: '网关暂时不再接受请求。',
    acted: acted.notSent,
    next: '请等待一分钟，然后再次发送。',
  },
  gatewayFailed: {
    title: '网关故障',
    what: '网关在接收请求之后自身发生错误。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  gatewayBadAnswer: {
    title: '网关后端应答异常',
    what: '网关无法理解其后端服务的应答。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  gatewayUnavailable: {
    title: '网关不可用',
    what: '网关或其后端服务当时不可用。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  gatewayTimedOut: {
    title: '网关等待超时',
    what: '网关等待其后端服务的时间过长。',
    acted: acted.maybe,
    next: advice.readBack,
  },
}
