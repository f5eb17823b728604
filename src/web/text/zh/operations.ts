import type { Text } from '../en.ts'
import { outcomes } from './outcomes.ts'

/** Commands and their history: the card under the control screen, and the history. */
export const operations: Text['operations'] = {
  outcomes,
  ordinal: (place) => `第 ${place} 位`,

  panel: {
    title: '命令',
    thisDevice: '此设备',
    live: '实时',
    liveHint: '变化会自动显示在此处。',
    polling: '每隔几秒',
    pollingHint: '目前无法向此面板推送变化，面板每隔几秒查询一次。',
    notLive: '未连接',
    notLiveHint: '与服务器的连接已断开，显示的内容可能已过时。',
    all: '历史',
    allOfDevice: '此设备的历史',
    emptyTitle: '尚无命令',
    empty: '发送到此设备的命令及其结果会显示在此处。',
    emptyAll: '发送到任何设备的命令及其结果会显示在此处。',
    loadFailed: '无法显示命令',
  },

  row: {
    to: '变为',
    noCommandId: '无命令 ID',
    commandId: '命令 ID',
  },

  sentence: {
    confirmed: (span) => `设备在 ${span}后确认已执行。`,
    confirmedLater: (queued, span) => `排队 ${queued}后，设备在 ${span}后确认已执行。`,
    confirmedAtOnce: (queued) => `排队 ${queued}后，设备确认已执行。`,
    waiting: (left) => `已发送，正在等待应答，最多还需 ${left}。`,
    released: (left) => `已交给设备，正在等待应答，最多还需 ${left}。`,
    overdue: '已发送。等待时间已过，结果即将返回。',
    queued: (until) => `等待设备上线，保留至 ${until}。`,
    queuedAt: (place, until) => `等待设备上线，队列中第 ${place} 位，保留至 ${until}。`,
    queuedOver: '保留时间已过，EnOS 会将命令移出队列。',
    mayHaveActed: (what) => `${what}设备可能已动作：再次发送之前请先回读测点值。`,
    foundLater: {
      confirmedLate: (what) => `${what}事后查明设备已动作。`,
      probablyNotApplied: (what) => `${what}事后情况表明设备很可能未动作。`,
    },
    checked: (what, person, reason) => `${what}${person} 已查看：“${reason}”`,
    said: (what, words) => `${what}“${words}”`,
  },

  findings: {
    confirmedLate: '事后确认已动作',
    probablyNotApplied: '很可能未动作',
    cannotTell: '无法判断',
    looking: '正在寻找证据',
    checked: '已有人查看',
    otherValue: '上报了其他值',
  },

  span: {
    millisecond: (count) => `${count} 毫秒`,
    second: (count) => `${count} 秒`,
    minute: (count) => `${count} 分钟`,
    hour: (count) => `${count} 小时`,
    day: (count) => `${count} 天`,
  },
}
