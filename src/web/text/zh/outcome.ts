import type { Text } from '../en.ts'

/** What became of a command, told where it was sent. */
export const outcome: Text['sending']['outcome'] = {
  sendingTitle: '正在发送',
  sending: '命令正在途中。',
  waiting: '正在等待设备应答。',
  released: '命令已交给设备，正在等待应答。',
  secondsLeft: (count) => `剩余 ${count} 秒`,
  overdue: '等待时间已过，结果即将返回。',

  askingTitle: '连接中断，正在查询命令是否已发送',
  asking: '命令在途中时，与服务器的连接中断。命令不会自动重发。',
  notKnownTitle: '是否已发送？此处尚不知道',
  notKnown: '此处尚不知道：一旦能连上服务器就会查询。不会自动重发。',
  recallingTitle: '正在查询命令的结果',
  recalling: '该值是在页面加载之前发送的。',
  notRecordedTitle: '命令未发送',
  notRecorded: {
    what: '服务器记录命令之前，连接已中断。',
    acted: '没有，设备未动作。服务器不会发送未经记录的命令。',
    next: '请再次发送。即使第一次的请求之后到达，两次也算同一条命令，绝不会执行两次。',
  },
  sendAgain: '再次发送',

  done: (span) => `设备在 ${span}后确认已执行。`,
  doneQueued: (queued, span) => `排队 ${queued}后，设备在 ${span}后确认已执行。`,

  what: '发生了什么',
  acted: '设备可能已动作吗？',
  next: '现在怎么办',
  deviceWords: '设备的原话',
  gatewayWords: 'EnOS 的原话',
  code: (code) => `代码 ${code}`,

  queued: (until) => `等待设备上线，保留至 ${until}。`,
  queuedOver: '保留时间已过，EnOS 会将命令移出队列。',
  cancel: '取消命令',
  cancelSure: '要将此命令移出队列吗？',
  cancelYes: '是，取消命令',
  cancelNo: '保留',
  cancelFailed: '未能取消，或取消的应答已丢失。命令可能仍在等待，也可能仍会发送。',
  cancelLate: (state) => `已无法取消。当前状态：${state}。`,

  setAnother: '设置其他值',
  editValue: '修改值',
  queueInstead: '改为排队发送',
  showFront: '查看排在前面的命令',
  details: '详情',
  commandId: '命令 ID',
  commandIdWhat: '命令 ID',
  by: (person) => `发送人：${person}`,
}
