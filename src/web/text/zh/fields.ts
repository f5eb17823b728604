import type { Text } from '../en.ts'

/** The words of the typed value editors. */
export const fields: Text['setPoint']['fields'] = {
  required: '必填',
  optional: '选填',
  leaveOut: (name) => `不发送${name}`,
  leftOut: '不发送',
  present: '当前',

  same: '无变化',
  difference: (amount, percent) => (percent === '' ? amount : `${amount}（${percent} %）`),
  less: (amount) => `减少 ${amount}`,
  more: (amount) => `增加 ${amount}`,
  changeSign: '改变正负号',
  pad: {
    title: '数字键盘',
    point: '小数点',
    exponent: '指数',
    erase: '删除一位',
    clear: '清空',
    done: '完成',
    empty: '空',
  },

  bytes: (count, limit) => `${count} / ${limit} 字节`,
  blanksAreSent: '首尾的空格也会发送。',

  findChoice: '查找取值',
  noChoiceFound: '没有此名称或代码的取值。',

  pickDateTime: '选择日期和时间',
  pickDay: '选择日期',
  pickFor: (pick, name) => `${name}：${pick}`,
  withTime: '包含时间',
  dateZone: (zone) => `设备时钟（${zone}）。按原样发送，不带时区。`,
  milliseconds: '自 1970 年起的 UTC 毫秒数',
  readsAs: (moment, zone) => `设备时钟（${zone}）：${moment}`,

  part: (name, value) => `${name}：${value}`,
  parts: (parts, others) => (others === 0 ? parts.join('，') : `${parts.join('，')}，另有 ${others} 项`),

  element: (number) => `元素 ${number}`,
  elements: (count, limit) => `${count} / ${limit} 个元素`,
  noElements: '空列表，可以这样发送。',
  add: '添加',
  addElement: '添加元素',
  removeElement: (number) => `移除元素 ${number}`,
  moveUp: (number) => `上移元素 ${number}`,
  moveDown: (number) => `下移元素 ${number}`,
  pasteList: '粘贴列表',
  pasteHint: '电子表格的一列或一行、以逗号分隔的值，或 JSON 列表。',
  pasteBox: '要采用的值',
  pasteReplace: (count) => `用这 ${count} 个元素替换全部`,
  pasteAppend: (count) => `追加这 ${count} 个元素`,
  pasted: (count) => `已粘贴 ${count} 个元素`,

  editAs: '编辑方式',
  form: '表单',
  json: 'JSON',
  textIsBroken: '此 JSON 文本不是可读的对象，因此表单为空。在此输入将重新生成文本。',
  jsonHint: '按所写内容发送：顺序和数字保持不变，仅去掉各部分之间的空白。',
  formatJson: '格式化',
  compactJson: '单行',
  notSettable: '文件需通过其他途径上传，因此不能在此设置。',
  notSettableMember: '此类型的值不能在此设置，因此不发送。',
  loadingEditor: '正在加载编辑器',
}
