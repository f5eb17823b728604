import type { Text } from '../en.ts'

/** The sign-in page, signing in over the page and signing in again. */
export const signIn: Text['signIn'] = {
  title: '登录',
  name: '用户名',
  password: '密码',
  showPassword: '显示密码',
  hidePassword: '隐藏密码',
  capsLock: '大写锁定已开启。',
  nameMissing: '请填写用户名。',
  passwordMissing: '请填写密码。',
  submit: '登录',
  submitting: '正在登录',
  or: '或',
  elsewhere: (provider) => `通过 ${provider} 登录`,
  elsewhereHelp: (provider) => `将转到 ${provider}，然后返回此页面。`,
  noWay: '此处没有配置登录方式，请联系本面板的管理员。',
  waysFailed: '无法读取登录方式',
  waiting: (minutes, seconds) =>
    minutes > 0 ? `请在 ${minutes} 分 ${seconds} 秒后重试。` : `请在 ${seconds} 秒后重试。`,
  waitingOver: '现在可以重试。',

  endedTitle: '您的会话已结束',
  ended: (name) => `您准备的全部内容仍在此处。以 ${name} 登录即可继续。`,
  endedOther: '其他人登录后会看到全新的页面，没有这些草稿。',

  againTitle: '重新登录',
  again: '请确认仍是您本人。您准备的内容不会丢失。',
}
