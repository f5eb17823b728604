import type { Text } from '../en.ts'
import { fields } from './fields.ts'

/** Setting a point, up to the review; from there on: sending.ts. */
export const setPoint: Text['setPoint'] = {
  fields,

  title: '设置测点',
  titleOf: (point, device) => `设定 ${device} 的 ${point}`,
  about: (parts) => parts.filter((part) => part !== '').join(' · '),
  arrayOf: (itemType) => `${itemType}[ ]`,
  anyType: '任意 JSON',

  now: '当前',
  noPresent: '–',
  neverReported: '从未上报',
  stale: '过时',
  staleHint: '设备已有一段时间未上报此值，该值可能已变化。',
  newValue: '新值',
  startFromPresent: '以当前值为起点',

  draft: '草稿',
  draftHint: '其中没有任何内容已发送。草稿保存在此浏览器标签页中。',
  discard: '丢弃',
  discarded: '草稿已丢弃。',
  fromLink: '此值来自链接，没有发送任何内容：发送前请核对。',
  moved: (before, now) => `设备现在上报 ${now}，您开始时为 ${before}。`,
  takeNew: '以新值重新开始',

  unknownPoint: '此测点的类型和限值未知：设备模型中没有此测点，或无法读取模型。您所写的内容将原样发送。',
  findPoint: '选择其他测点',
  readOnlyTitle: '只读',
  readOnly: '模型规定此测点不可设置。',

  send: '发送方式',
  sendNow: '立即',
  sendNowHint: '等待应答',
  sendOnline: '在线时',
  sendOnlineHint: '最多排队 48 小时',
  waitAtMost: '最多等待',
  waitOnline: '发送后最多等待',
  keepFor: '保留时长',
  keepUntil: (moment) => `至 ${moment}`,
  other: '其他…',
  otherAmount: (what) => `${what}，其他`,
  unit: '单位',
  units: { second: '秒', minute: '分钟', hour: '小时' },
  seconds: (count) => `${count} 秒`,
  minutes: (count) => `${count} 分钟`,
  hours: (count) => `${count} 小时`,
  waitWrong: '请选择 1 至 60 秒，须为整秒。',
  keepWrong: '请选择 1 秒至 48 小时，须为整秒。',

  same: (age) => `与上报值相同（${age}）。`,
  noNetwork: '没有网络：现在无法从此处发送。草稿会保留。',
  held: '此测点的另一条命令正在途中，待其结束后才能发送您的命令。',

  exactly: '实际发送的内容',
  bodyWhat: '发送的请求体',
  noBody: '尚无值',
  reviewButton: '核对并发送',
  checkValue: '现在还不能发送，请查看标出的内容。',
  othersQueued: (count) => `队列中有 ${count} 条此测点的命令在等待。`,
  showQueue: '查看队列',

  nothing: '–',
}
