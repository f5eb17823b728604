import type { FailureText } from '../en/failure-text.ts'

/** The one failure whose words must be there before anything fails: without the server they could not come. */
export const proxyUnreachable: FailureText = {
  title: '无法连接面板服务器',
  what: '面板与自己的服务器失去联系，无法得知所发请求的结果。',
  acted: '只有在您已点击“发送”时：在面板能再次查询之前，设备可能已动作。',
  next: '请检查网络。面板会自动重新查询，但绝不会自动发送。',
}
