/** The `meta` of a query whose answers are kept in this browser, to be read without a network (keep-answers.ts). */
export const kept = { isKept: true } as const
