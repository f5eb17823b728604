import type { Text } from '../en.ts'

/** Several drafts at once. */
export const drafts: Text['drafts'] = {
  title: '打开的草稿',
  noValue: '还没有值',
  beside: (point, device) => `并排显示 ${device} 的 ${point}`,
  putBack: '关闭这一栏；草稿仍然打开',
  close: (point, device) => `关闭 ${device} 的 ${point}`,
  closeWaiting: '收到应答后才能关闭',
  closeTitle: '丢弃这份草稿？',
  closeSure: (value, point, device) =>
    value === ''
      ? `为 ${device} 的 ${point} 开始填写的内容尚未发送。`
      : `${device} 的 ${point} 的值 ${value} 尚未发送。`,
  closeYes: '丢弃',
  closeNo: '保留',
  closed: (point, device) => `${device} 的 ${point} 的草稿已丢弃。`,
  fullTitle: (count) => `已经打开了 ${count} 份草稿`,
  full: '请先发送或关闭其中一份，然后才能在这里开始新的草稿。',
}
