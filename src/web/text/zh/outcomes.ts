import type { Outcome } from '#contract/panel/operation.ts'

/** The outcomes, everywhere the same words. */
export const outcomes: Record<Outcome, string> = {
  waiting: '已发送，等待应答',
  queued: '排队中',
  done: '已执行',
  notSent: '未发送',
  refused: '设备拒绝',
  unknown: '结果未知',
}
