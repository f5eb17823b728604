import type { FirstWords } from '../language.ts'
import { failuresInShort } from './failures-in-short.ts'
import { first } from './first.ts'

/** What comes when Chinese is chosen; nobody else loads it. */
export const firstWords: FirstWords = { text: first, failuresInShort }
