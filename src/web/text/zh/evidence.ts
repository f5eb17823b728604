import type { Text } from '../en.ts'

/** What was found out about a send after its end, by the server and by people. */
export const evidence: Text['evidence'] = {
  searchingTitle: '正在寻找证据',
  searching: '服务器会在 10 分钟内持续查看设备上报的值和 EnOS 中此命令的状态。',
  held: '在查明之前，不会向此测点发送其他命令。',
  verdicts: {
    confirmedLate: {
      title: '事后确认已动作',
      means: '应答未按时到达，但设备已动作。',
    },
    probablyNotApplied: {
      title: '很可能未动作',
      means: '发送之后的情况表明设备很可能未动作。重要场合请到现场查看设备。',
    },
    cannotTell: {
      title: '无法判断',
      means: '发送之后没有任何信息能说明设备是否动作，设备可能已动作。请到现场查看设备。',
    },
  },
  none: '没有确定晚于发送的上报。',
  reportedSame: (value, clock, after) => `设备在 ${clock}（发送后 ${after}）上报 ${value}，与发送的值相同。`,
  reportedOther: (value, clock, after) => `设备在 ${clock}（发送后 ${after}）上报 ${value}，与发送的值不同。`,
  commandState: {
    done: (clock) => `EnOS 在 ${clock} 告知：设备已确认执行此命令。`,
    refused: (clock, code) => `EnOS 在 ${clock} 告知：设备已拒绝此命令${code}，设备未动作。`,
    notSent: (clock, code) => `EnOS 在 ${clock} 告知：此命令从未发送${code}，设备未动作。`,
  },
  withCode: (code) => `（代码 ${code}）`,

  lastReport: (value, clock) => `最近上报：${value}，${clock}`,
  order: {
    before: '早于发送，不能说明问题',
    beforeByClock: '按设备时钟早于发送',
    after: '晚于发送',
    ahead: '设备时钟偏快',
  },
  noReport: '设备尚未上报此值。',
  awaited: {
    never: '设备尚未上报此值。',
    before: '尚未上报。设备显示的可能仍是旧值。',
    beforeByClock: '按设备时钟，发送后尚未上报。设备显示的可能仍是旧值。',
    after: '发送后已上报。服务器会将其与发送的值比较，最多一分钟。',
    ahead: '设备时钟偏快，无法据此判断上报是否晚于发送。',
  },

  readBack: {
    same: '设备上报了新值',
    other: '设备上报了其他值',
    notReported: '没有确定晚于发送的上报',
  },
  readBackWaiting: '正在等待上报。设备显示的可能仍是旧值。',
  readBackNever: '显示的可能仍是旧值。',

  acknowledgedBy: (person, moment) => `${person} 已查看，${moment}`,
  acknowledge: {
    reason: '您查看了什么，结果如何？',
    suggestions: ['已到现场查看：设备已动作。', '已到现场查看：设备未动作。'],
    hint: '再次发送可能使设备动作两次。您的姓名和所写内容将保留在记录中。',
    button: '我已查看',
    busy: '正在记录',
    missing: '请写明您查看了什么。',
    failed: '未能记录。',
    notAllowed: '登记查看结果需要“操作员”角色。',
  },
}
