import type { commandFailures as inEnglish } from '../en/command-failures.ts'
import type { FailureText } from '../en/failure-text.ts'
import { acted, advice } from './failure-text.ts'

/** What a set call and the command behind it may answer (§1.6). */
export const commandFailures: Record<keyof typeof inEnglish, FailureText> = {
  deviceOffline: {
    title: '设备离线',
    what: '设备离线，因此该值没有发送。',
    acted: acted.notSent,
    next: '可改为排队发送：设备恢复在线时即会发送。或等到设备在线。',
  },
  deviceInactive: {
    title: '设备未激活',
    what: '设备从未登录 EnOS，因此该值没有发送。',
    acted: acted.notSent,
    next: '请先将设备投入使用并登录一次，然后再次发送。',
  },
  notSentInTime: {
    title: '未能按时发送',
    what: '前面有其他命令，等待时间在发送之前已过。',
    acted: acted.notSent,
    next: '请查看排在前面的命令。可将其取消、延长等待时间，或改为排队发送。',
  },
  noAnswerInTime: {
    title: '未按时应答',
    what: '该值已发送到设备，但未按时收到应答。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  queueFull: {
    title: '队列已满',
    what: '已有 50 条命令在等待此设备，达到保留上限。',
    acted: acted.notSent,
    next: '请查看队列，取消不再需要的命令，然后再次发送。',
  },
  cannotEncode: {
    title: '值无法编码',
    what: '此产品使用自定义数据格式，该值无法转换成此格式。',
    acted: acted.notSent,
    next: '请尝试设备支持范围内的值。若所有值都失败，则需要修复产品的脚本。',
  },
  invalidTimeout: {
    title: '等待时间不允许',
    what: '等待时间不是 1 至 60 秒之间的整秒。',
    acted: acted.notSent,
    next: '请选择 1 至 60 秒的等待时间，然后再次发送。',
  },
  invalidArgument: {
    title: '请求未被接受',
    what: 'EnOS 没有接受请求中的某项内容，因此没有下发任何内容。',
    acted: acted.notSent,
    next: '请更正消息中指出的内容，然后再次发送。',
  },
  permissionDenied: {
    title: '缺少权限',
    what: '此面板所用的应用缺少消息中指出的权限，或无权访问此资产。',
    acted: acted.notSent,
    next: '请让 EnOS 管理员为该应用授权。',
  },
  notFound: {
    title: '未找到',
    what: 'EnOS 中没有所指的设备、资产、测点或命令。',
    acted: acted.notSent,
    next: '请检查 ID。刚创建的对象可能要过几秒才会出现。',
  },
  internalError: {
    title: 'EnOS 内部错误',
    what: 'EnOS 自身发生错误，没有说明命令进行到哪一步。',
    acted: acted.maybe,
    next: advice.readBack,
  },
  commandCanceled: {
    title: '已取消',
    what: '命令在等待时被取消。',
    acted: acted.notSent,
    next: '无需处理。若仍需要，请再次发送。',
  },
  commandExpired: {
    title: '已过期',
    what: '在命令保留期间，设备没有上线。',
    acted: acted.notSent,
    next: '若仍需要，请再次发送，并延长保留时间。',
  },
  refusedByDevice: {
    title: '设备拒绝',
    what: '设备收到了命令，但拒绝执行。',
    acted: acted.refused,
    next: '请查看设备给出的原因。修改值或设备状态，然后再次发送。',
  },
}
