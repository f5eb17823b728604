import type { Text } from '../en.ts'
import { outcomes } from './outcomes.ts'

const offlineFor = (span: string) => (span === '' ? '设备离线' : `设备已离线 ${span}`)
const sends = (some: number, count: number) =>
  some === count ? `最近 ${count} 次发送` : `最近 ${count} 次发送中有 ${some} 次`

/** What to expect of a send, before it leaves. */
export const forecast: Text['sending']['forecast'] = {
  title: '预测',
  certainty: { will: '确定', likely: '很可能', unknown: '不确定' },
  waitInstead: (wait) => `等待 ${wait}`,

  inactiveNow: () => '设备从未激活：立即发送会以代码 11888 失败。',
  disabledNow: () => '设备已禁用：立即发送会以代码 11900 失败。',
  offlineNow: ({ span }) => `${offlineFor(span)}：立即发送会以代码 11900 失败。`,
  frontNotKnown: () => '无法读取设备的命令队列，因此不知道何时轮到此命令。',
  queueFull: ({ places, mostPlaces }) => `队列已满（${places} / ${mostPlaces}）：会以代码 11902 失败。`,
  keptTooShort: ({ span, keep }) => `过期：${offlineFor(span)}，而命令只保留 ${keep}。`,
  keptInactive: ({ keep }) => `设备从未激活：保留 ${keep}，直到设备首次登录。`,
  keptDisabled: ({ keep }) => `设备已禁用：保留 ${keep}，直到设备被启用。`,
  keptOffline: ({ span, keep, front }) =>
    front === 0
      ? `${offlineFor(span)}：保留 ${keep}，设备恢复上线后发送。`
      : `${offlineFor(span)}：保留 ${keep}，设备恢复上线后排在 ${front} 条命令之后发送。`,
  unencoded: ({ unencoded, count }) => `未发送（11810）：${sends(unencoded, count)}如此，产品的脚本无法编码该值。`,
  turnTooLate: ({ front, wait }) => `未发送（11904）：前面有 ${front} 条命令，而只等待 ${wait}。`,
  expiresInQueue: ({ front, keep }) => `轮到之前就会过期：前面有 ${front} 条命令，而此命令只保留 ${keep}。`,
  behind: ({ front, first }) => `前面有 ${front} 条命令：此命令要排在其后，第一条最多还需 ${first}。`,
  refused: ({ refused, count, code }) => `${outcomes.refused}${code && `（${code}）`}：${sends(refused, count)}如此。`,
  silent: ({ silent, count }) => `未及时应答（11915）：${sends(silent, count)}如此；设备仍可能已动作。`,
  tooSlow: ({ within, wait }) => `未及时应答（11915）：设备通常需要 ${within}，而只等待 ${wait}。`,
  usual: ({ within }) => `${outcomes.done}：设备通常在 ${within}内应答。`,
  notKnown: ({ isNow }) =>
    `${isNow ? '会立即发送' : '设备在线：会立即发送'}。最近没有向其发送过命令，不知道会如何应答。`,
}
