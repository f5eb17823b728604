import type { ProblemSentences } from '#contract/value/problem.ts'

const withUnit = (value: string, unit: string) => (unit === '' ? value : `${value} ${unit}`)

const source = (rule: string | null) => (rule === null ? '设备模型' : `规则“${rule}”`)

const listed = (names: string[]) =>
  names.length > 20 ? `${names.slice(0, 20).join('、')}等 ${names.length} 个` : names.join('、')

/** Why a value cannot be sent. */
export const problems = {
  empty: () => '请输入值。',
  notNumber: ({ suggestion }) =>
    suggestion === null ? '必须是数字，例如 12 或 -0.5。' : `请将此数写作 ${suggestion}。`,
  decimalComma: ({ suggestion, grouped }) =>
    grouped === null
      ? `小数点请用“.”：${suggestion}。`
      : `不能使用逗号：请写作 ${grouped}，若有小数则写作 ${suggestion}。`,
  notInteger: () => '请输入整数：只用数字，不含小数点或指数。',
  outOfRange: ({ minimum, maximum }) => `必须在 ${minimum} 至 ${maximum} 之间。`,
  belowMinimum: ({ minimum }) => `不得小于 ${minimum}。`,
  aboveMaximum: ({ maximum }) => `不得大于 ${maximum}。`,
  offStep: ({ step, base }) => `必须从 ${base} 起按步长 ${step} 取值。`,
  belowRule: ({ minimum, unit, rule }) => `根据${source(rule)}，不得小于 ${withUnit(minimum, unit)}。`,
  aboveRule: ({ maximum, unit, rule }) => `根据${source(rule)}，不得大于 ${withUnit(maximum, unit)}。`,
  stepOverRule: ({ largestStep, present, unit, rule }) =>
    `根据规则“${rule}”，一次最多改变 ${withUnit(largestStep, unit)}；设备上报值为 ${withUnit(present, unit)}。`,
  notBool: () => '必须是 true 或 false。',
  notInEnum: ({ keys, asNumber }) => {
    if (keys.length === 0) return '模型没有为此枚举定义取值，因此无法设置。'
    return `必须是以下${asNumber ? '数字' : '文本'}之一：${listed(keys)}。`
  },
  notText: () => '必须是文本。',
  tooManyBytes: ({ bytes, limit }) => `过长：UTF-8 编码为 ${bytes} 字节，最多 ${limit} 字节。`,
  brokenCharacter: () => '含有不完整的字符，无法发送：请重新输入该字符。',
  notDate: ({ reason }) =>
    reason === 'form'
      ? '日期请写作 2026-01-31，带时间则写作 2026-01-31 23:59:59。'
      : '没有这样的日期或时间：请检查日期，时间最晚为 23:59:59。',
  notTimestamp: () => '请输入自 1970 年起的 UTC 毫秒整数，只用数字，例如 1700000000000。',
  notArray: () => '必须是列表，例如 [1, 2]。',
  tooManyElements: ({ count, limit }) => `元素过多：${count} 个，最多 ${limit} 个。`,
  notStruct: () => '必须是对象，且成员符合模型定义。',
  memberMissing: ({ member }) => `缺少必填成员 ${member}。`,
  memberUnknown: ({ member, members }) =>
    members.length === 0
      ? `模型中没有成员 ${member}，也没有其他成员。`
      : `模型中没有成员 ${member}；其成员为 ${listed(members)}。`,
  notJson: ({ reason, position }) =>
    position === null ? `不是有效的 JSON：${reason}。` : `第 ${position + 1} 个字符处不是有效的 JSON：${reason}。`,
  notSettable: ({ dataType }) => `此处不能设置 ${dataType} 类型的值。`,
} satisfies ProblemSentences
