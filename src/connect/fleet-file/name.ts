import * as z from 'zod'

/** A name with its translations, as EnOS writes it (§3). */
export const nameSchema = z
  .strictObject({
    defaultValue: z.string(),
    i18nValue: z.record(z.string(), z.string()).default({}).describe('Translations by locale, e.g. "zh_CN".'),
  })
  .describe('A name with its translations, e.g. {"defaultValue": "Pump 1", "i18nValue": {"zh_CN": "1号泵"}}.')
