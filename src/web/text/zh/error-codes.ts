import type { Text } from '../en.ts'

/** The page that explains every number and every state. */
export const errorCodes: Text['errorCodes'] = {
  title: '错误代码',
  about: 'EnOS、其网关或此面板可能返回的全部代码，以及对设备意味着什么。',
  search: '搜索代码',
  searchHint: '数字或词语',
  found: (count) => `${count} 个代码`,
  noneTitle: '没有匹配的代码',
  none: '未列出的数字由设备自行定义，其含义见设备手册。',
  groups: '分组',

  sources: {
    command: { title: '发送值', about: 'EnOS 对命令的应答。' },
    service: { title: 'EnOS 的其他调用', about: '对查询和管理操作的应答，都不会使设备动作。' },
    token: { title: '令牌服务', about: '面板服务器登录 EnOS 时的应答。' },
    gateway: { title: 'EnOS 网关', about: '网关拒绝调用时的 HTTP 状态。' },
    edge: { title: '旧版 Edge', about: '现行写入 API 之前的应答。' },
    setpoint: { title: 'Setpoint', about: '此面板自行添加的代码，EnOS 从不返回这些数字。' },
  },

  delivery: { notSent: '未动作：未发送', refused: '未动作：设备拒绝', maybeSent: '可能已动作' },
  http: 'HTTP',
  inHistory: '在历史中查看',

  states: {
    title: '命令状态',
    about: 'EnOS 用数字表示状态，其 API 和控制台使用不同的名称。',
    number: '状态',
    api: 'API 中的名称',
    console: '控制台中的名称',
    meaning: '含义',
    here: '在此面板中',
    rows: {
      created: { api: 'Created', console: '已创建', meaning: 'EnOS 已保存，尚未发送到设备，设备未动作。' },
      canceled: { api: 'Canceled', console: '已撤销', meaning: '在发送之前撤回，设备未动作。' },
      expired: { api: 'Expired', console: '已过期', meaning: '在发送之前保留时间已过，设备未动作。' },
      sent: {
        api: 'Released',
        console: '已下发',
        meaning: '已向设备下发，尚无应答。这不能证明命令已到达，设备可能已动作。',
      },
      succeeded: { api: 'Send successfully', console: '成功', meaning: '设备已答复执行完毕，设备已动作。' },
      failed: {
        api: 'Failed',
        console: '失败',
        meaning: '未能发送，或设备已答复没有执行，设备未动作。',
      },
      timedOut: {
        api: 'Response timed out',
        console: '超时',
        meaning: '已发送，但未按时收到应答，设备可能已动作。',
      },
    },
  },
}
