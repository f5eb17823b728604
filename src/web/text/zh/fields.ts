import type { Text } from '../en.ts'

/** The words of the typed value editors. */
export const fields: Text['setPoint']['fields'] = {
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

  notSettable: '文件需通过其他途径上传，因此不能在此设置。',
  notSettableMember: '此类型的值不能在此设置，因此不发送。',
}
