import type { Text } from '../en.ts'

/** 测点随时间上报的值。 */
export const trend: Text['trend'] = {
  title: '上报值',
  lastHour: '最近一小时',
  span: '前后时间',
  around: (span) => `± ${span}`,
  loading: '正在加载上报的值…',
  slow: '网关响应较慢；其他功能可以照常使用。',
  empty: '此时间段内没有上报。',
  notGiven: '此网关不提供历史值。',
  notGivenSeen: '此网关不提供历史值：这里显示的是本面板自己看到的值。',
  failed: '无法加载上报的值。',
  failedSeen: '无法加载上报的值：这里显示的是本面板自己看到的值。',
  cut: (count) => `仅显示此时间段内最新的 ${count} 次上报。`,
  numbers: ({ point, from, to, lowest, highest, latest, at, count }) =>
    `${point}，${from} 至 ${to}：最低 ${lowest}，最高 ${highest}，最新 ${latest}（${at}）；共 ${count} 次上报。`,
  steps: ({ point, from, to, latest, at, count }) =>
    `${point}，${from} 至 ${to}：最新 ${latest}（${at}）；共 ${count} 次上报。`,
  showValues: '以表格显示',
  hideValues: '隐藏表格',
  time: '时间',
  value: '上报的值',
  newest: (shown, count) => `共 ${count} 次上报，显示最新的 ${shown} 次。`,
  marks: {
    label: '图中的标记',
    requested: '请求',
    sent: '下发的值',
    draft: '新值',
    readBack: '回读',
    lateReport: '之后上报',
    confirmed: '已确认',
  },
}
