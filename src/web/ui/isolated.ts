/** A character that is written from right to left: Hebrew, Arabic and their like, and the marks that make text run so. */
const rightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A name for a string in which no element can set it apart (`aria-label`, `title`, what is announced): what is written
 * from right to left neither tears the words around it nor is torn by them. Only to be read: never for what is compared,
 * recorded or copied. Where elements may stand, `bdi` does the same ({@link import('./worded.tsx').Worded}).
 */
export const isolated = (name: string): string => (rightToLeft.test(name) ? `\u2068${name}\u2069` : name)
