import type { Text } from '../en.ts'

export const noPage: Text['noPage'] = {
  title: '没有此页面',
  why: '地址可能有误，或页面已移动。',
  toControl: '转到控制页面',
}
