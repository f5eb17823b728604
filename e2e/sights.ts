import { editorSights } from './editor-sights.ts'
import { offlineSights } from './offline-sights.ts'
import { pageSights } from './page-sights.ts'
import type { Sight } from './sight.ts'
import { troubleSights } from './trouble-sights.ts'

/** Everything that the panel can show, to be looked at one after the other. */
export const sights: readonly Sight[] = [...pageSights, ...editorSights, ...troubleSights, ...offlineSights]
