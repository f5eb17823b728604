import type { Text } from '../en.ts'

/** Plain questions before a review, where a number may not be the one that was meant. */
export const numberSense: Text['sending']['numberSense'] = {
  sign: ({ typed, usual }) => `正负号与此前（${usual}）相反。确实是 ${typed} 吗？`,
  tenTimes: ({ typed, usual }) => `约为平常（${usual}）的十倍。确实是 ${typed} 吗？`,
  tenth: ({ typed, usual }) => `约为平常（${usual}）的十分之一。确实是 ${typed} 吗？`,
  unit: ({ typed, usual, inUnit }) => `与平常（${usual}）相差很大，除非以 ${inUnit} 为单位。确实是 ${typed} 吗？`,
  step: ({ typed, usual }) => `从 ${usual} 起的变化超过最近最大变化的十倍。确实是 ${typed} 吗？`,
  confirm: (typed) => `是，${typed}`,
  takeMeant: (meant) => `改用 ${meant}`,
  held: (held) => `设备实际保存的值为 ${held}。`,
}
