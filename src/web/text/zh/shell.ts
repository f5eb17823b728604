import type { Text } from '../en.ts'

/** Header, navigation, pages that do not exist, the connection to the server, words of the shared parts. */
export const shell: Text['shell'] = {
  productName: 'Setpoint',
  control: '控制',
  history: '历史',
  errorCodes: '错误代码',
  mainNavigation: '页面',
  findAnything: (keys) => `查找任何内容（${keys}）`,
  skipToContent: '跳到正文',
  organisation: '组织',
  gateway: 'EnOS 网关',
  signedInAs: (name) => `当前用户：${name}`,

  gatewayKind: { embedded: '内置 EnOS', test: '测试', production: '生产' },
  gatewayDetail: (name, address) => `已连接 ${name}，地址 ${address}`,
  gatewayMenu: (now) => `EnOS：${now}。选择其他`,

  theme: {
    button: (now) => `配色：${now}`,
    light: '浅色',
    dark: '深色',
    sun: '强光',
    system: '跟随系统',
  },

  language: {
    title: '语言',
    missing: (name) => `未能载入${name}。连接恢复后会再次载入。`,
  },

  connection: {
    lostTitle: '与服务器的连接已断开',
    lost: (asOf) =>
      `当前显示的是${asOf} 的内容。您可以查看、选择和准备测点值，连接恢复后即可发送。不会自动发送任何内容。`,
    keptTitle: '无法连接服务器',
    kept: (name) => `由${name}在此设备上读取。`,
    asOf: (time) => `截至 ${time}`,
    inHeader: (asOf) => `无连接，${asOf}`,
    notKept: '此设备上未保存这部分内容：有连接时未在此处打开过。',
    nothingKept: '此设备上未保存可供查看的内容。',
    back: '与服务器的连接已恢复',
    tryAgain: '立即重试',
  },

  loading: '加载中',
  slow: '耗时比平时长，仍在等待。',
  startFailedTitle: 'Setpoint 无法连接其服务器',
  startFailed: '服务器应答之前，无法显示或发送任何内容。面板每隔几秒重试一次。',
  crashedTitle: '此页面已停止工作',
  crashed: '面板自身发生了意外错误。已发送的命令不受影响，其结果可在历史中查看。',
  reload: '重新加载',
  partMissingTitle: '面板的这一部分未能载入',
  partMissing: '网络可能已断开。连接恢复后会再次载入。',
  technicalDetail: '技术细节',

  close: '关闭',
  clear: '清除',
  copy: (what) => `复制${what}`,
  copied: '已复制',

  age: {
    now: '刚刚',
    never: '从未',
    second: (count) => `${count} 秒`,
    minute: (count) => `${count} 分钟`,
    hour: (count) => `${count} 小时`,
    day: (count) => `${count} 天`,
    ago: (span) => `${span}前`,
  },
}
