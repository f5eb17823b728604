import type { Text } from '../en.ts'

/** The last look before a value leaves. */
export const review: Text['sending']['review'] = {
  title: '核对并发送',
  device: '设备',
  point: '测点',
  changes: '变更内容',
  change: (before, after) => `${before} → ${after}`,
  sentence: ({ point, device, from, to, difference, way }) =>
    `将 ${device} 的 ${point} ${from === null ? '' : `从 ${from} `}设置为 ${to}${difference && `（${difference}）`}，${way}。`,
  differenceInside: (amount, percent) => (percent === '' ? amount : `${amount}，${percent} %`),
  sentNow: (wait) => `立即发送，最多等待 ${wait}`,
  sentOnline: (keep, wait) => `设备在线时发送，最多保留 ${keep}，发送后最多等待 ${wait}`,

  send: '发送',
  hold: {
    send: '按住以发送',
    how: '用手指、鼠标、Enter 或空格键按住按钮一秒；或先按一下，再按随后出现的按钮。',
    keep: (count) => `请继续按住：${count}`,
    letGo: '松开过早：没有发送任何内容。',
    orPress: '没有发送任何内容。请按住更久，或在 5 秒内按“立即发送”。',
    sendNow: '立即发送',
  },
  back: '返回',

  right: (device, value) => `设备和值正确：${device}，${value}`,
  rightMissing: '请核对设备和值，然后勾选此项。',
  reason: '为什么设置？',
  reasonHint: '将与您的姓名一起保留在记录中。',
  reasonMissing: '请填写设置原因。',
  onlyIf: (value) => `仅当上报值仍为 ${value} 时发送`,
  onlyIfNot: (now) => `设备现在上报 ${now}：勾选此项则不会发送任何内容。`,
  signInFirst: '发送之前需要您登录。',
  notSignedIn: '登录未完成，没有发送任何内容，设备未动作。',

  warnings: {
    offlineNow: '设备离线：立即发送会以代码 11900 失败，没有任何内容会到达设备。',
    inactive: '设备从未激活：立即发送会以代码 11888 失败。',
    inactiveQueued: '设备从未激活：该值将等到设备首次上线。',
    disabled: '设备已禁用：立即发送会失败，没有任何内容会到达设备。',
    disabledQueued: '设备已禁用：该值将等到有人启用设备。',
    stale: (age) => `当前值是 ${age}前上报的，之后可能已变化。`,
    noPresent: '设备尚未上报此值，因此无法比较。',
    same: (age) => `与上报值相同（${age}），仍会发送。`,
    moved: (now) => `设备现在上报 ${now}：自您打开以来，该值已变化。`,
    queued: (count) => `队列中已有 ${count} 条此测点的命令，会先于此命令发送。`,
  },
  queueInstead: '改为排队发送',
}
