import { type Delivery, type FailureName, failures } from '#contract/enos/failures.ts'
import type { FailureText } from '../en/failure-text.ts'
import { acted, advice } from './failure-text.ts'
import { proxyUnreachable } from './proxy-unreachable.ts'

const what = '此代码的说明尚未载入面板。'
const next = '请稍候，或在“错误代码”页面查询此代码。'

const certain: Record<Delivery, FailureText> = {
  notSent: { title: '未发送', what, acted: acted.notSent, next },
  refused: { title: '设备拒绝', what, acted: acted.refused, next },
  maybeSent: { title: '结果未知', what, acted: acted.maybe, next: advice.readBack },
}

const inShort: Record<string, FailureText> = Object.fromEntries(
  Object.entries(failures).map(([name, { delivery }]) => [name, certain[delivery]]),
)

/** What is certain of every failure before its own words have come (failures.ts): whether the device can have acted. */
export const failuresInShort: Record<FailureName, FailureText> = {
  ...(inShort as Record<FailureName, FailureText>),
  proxyUnreachable,
}
