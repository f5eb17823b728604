import { type FailureName, failures } from '#contract/enos/failures.ts'
import type { Entry } from '../features/palette/entry.ts'
import { useText } from '../text/text-context.ts'
import { errorHref } from '../ui/links.ts'
import { navigate } from './navigate.ts'

const names = Object.keys(failures) as FailureName[]

/** Fewer characters would be found in nearly every sentence. */
const leastTyped = 2

/** The explanations of all numbers, once something is typed. */
export function useCodeEntries(path: string, typed: string): Entry[] {
  const text = useText()
  if (typed.trim().length < leastTyped) return []
  return names.map((name) => {
    const { code, source } = failures[name]
    return {
      id: `code ${name}`,
      kind: 'code',
      icon: 'book',
      title: `${code} ${text.failures[name].title}`,
      detail: text.errorCodes.sources[source].title,
      ids: [String(code)],
      run: () => {
        // On that page already, only an event of the browser's own tells it that another one is meant.
        if (path === '/errors') location.hash = name
        else navigate(errorHref(name))
      },
    }
  })
}
