import * as z from 'zod/mini'
import type { ExactJson } from './exact.ts'
import type { ValueProblem } from './problem.ts'

/** What a reader may say while it reads. Any report makes the schema refuse. */
export interface Reader {
  /** Refuses, at `path` below the value; null, so that a reader can `return report(…)`. */
  report(problem: ValueProblem, path?: PropertyKey[]): null
  /** Reads an element or member by its own schema, and reports its problems below `key`. */
  part(schema: z.ZodMiniType<ExactJson, unknown>, input: unknown, key: PropertyKey): ExactJson
}

/** A schema whose issues are custom ones that carry their {@link ValueProblem} as `params.problem`. */
export const valueSchemaOf = (read: (input: unknown, reader: Reader) => ExactJson): z.ZodMiniType<ExactJson, unknown> =>
  z.transform((input: unknown, { issues }): ExactJson => {
    const report: Reader['report'] = (problem, path = []) => {
      // A name, no sentence: each language has its own, and the panel loads only those of the person's.
      issues.push({ code: 'custom', input, path, message: problem.kind, params: { problem } })
      return null
    }
    const part: Reader['part'] = (schema, partInput, key) => {
      const { data, error } = schema.safeParse(partInput)
      for (const issue of error?.issues ?? []) {
        const params = issue.code === 'custom' ? issue.params : undefined
        issues.push({ code: 'custom', input: partInput, path: [key, ...issue.path], message: issue.message, params })
      }
      return data ?? null
    }
    return read(input, { report, part })
  })
