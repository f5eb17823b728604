import type { acted as actedInEnglish, advice as adviceInEnglish } from '../en/failure-text.ts'

/** Could the device have acted? The answers that many failures share. */
export const acted: typeof actedInEnglish = {
  notSent: '没有，设备未动作。没有任何内容发送到设备。',
  refused: '没有，设备未动作。设备已答复没有执行。',
  maybe: '可能已动作。没有任何应答能说明设备是否动作。',
  lookedUp: '没有，设备未动作。这是查询的应答，查询不会使设备动作。',
}

/** What to do now: the advice that many failures share. */
export const advice: typeof adviceInEnglish = {
  readBack: '再次发送之前，请先回读测点值，或到现场查看设备。',
  administrator: '请联系本面板的管理员。',
}
