import type { Text } from '../en.ts'

/** Opening a device by the code on its cabinet. */
export const scan: Text['scan'] = {
  help: '请将机柜上的码对准摄像头。只会打开对应的设备，不会发送任何内容。',
  picture: '摄像头画面',
  starting: '正在启动摄像头。',
  looking: '正在寻找码。',
  lookingUp: '正在查询设备。',
  readerMissing: '读码组件未能加载，网络可能已断开。请改为手动输入。',

  insecureTitle: '此地址无法使用摄像头',
  insecure: '浏览器只允许通过 https:// 打开的页面使用摄像头。请选择一张码的照片，或输入码下方的文字。',
  refusedTitle: '摄像头未获允许',
  refused: '请在浏览器设置中允许此页面使用摄像头，然后重新打开。也可以选择一张码的照片，或输入码下方的文字。',
  noneTitle: '未找到摄像头',
  none: '请选择一张码的照片，或输入码下方的文字。',
  busyTitle: '摄像头没有画面',
  busy: '摄像头可能正被其他程序使用。请选择一张码的照片，或输入码下方的文字。',

  photo: '选择照片',
  photoUnreadable: '此文件不是浏览器能够读取的图片。',
  photoEmpty: '照片中读不到码。请靠近、正对并在光线充足处重新拍摄。',
  several: '画面中有多个码。请靠近所需的那一个。',

  type: '或手动输入',
  typeHint: '资产 ID、Product Key / Device Key，或完整链接。',
  open: '打开设备',

  opened: (name) => `已打开 ${name}`,
  unknownTitle: '没有此设备',
  unknown: (name, gateway) => `${gateway} 中没有设备 ${name}。标签可能属于其他工厂，或已过时。`,
  forbiddenTitle: '不在您的范围内',
  forbidden: (name) => `您无权查看或设置设备 ${name}。请联系分配角色的人员。`,
  failedTitle: '无法查询此设备',
  failed: (name) => `码中的设备为 ${name}。`,
  tryAgain: '重试',
  otherGatewayTitle: (gateway) => `此设备属于 ${gateway}`,
  otherGateway: (here) => `当前页面对应 ${here}。切换后会在那里打开此设备，不会发送任何内容。`,
  switchTo: (gateway) => `切换到 ${gateway}`,
  unknownGatewayTitle: '标签属于另一个 EnOS',
  unknownGateway: (id) => `此面板没有配置“${id}”。标签可能属于其他工厂，或已过时。`,
  foreignTitle: '指向别处的链接',
  foreign: (host) => `此码是指向 ${host} 的链接，不属于本面板，因此没有打开。`,
  notOursTitle: '不是设备的码',
  notOurs: '此码没有指明 EnOS 的任何设备。请寻找本面板的标签，或手动输入 ID。',
}
