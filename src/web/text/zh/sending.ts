import type { Text } from '../en.ts'
import { forecast } from './forecast.ts'
import { numberSense } from './number-sense.ts'
import { outcome } from './outcome.ts'
import { queue } from './queue.ts'
import { refusal } from './refusal.ts'
import { review } from './review.ts'

/** What is said once a draft is begun: of its sending, and of what became of it. */
export const sending: Text['sending'] = { review, forecast, numberSense, outcome, queue, refusal }
