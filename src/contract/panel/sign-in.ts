import * as z from 'zod/mini'

/** How one may sign in here; told to everybody. Neither way: there is the built-in user alone. */
export const signInWaysSchema = z.object({
  /** With name and password. */
  local: z.boolean(),
  /** With OpenID Connect, under this name for people; null where it is not configured. */
  oidc: z.nullable(z.string()),
})
export type SignInWays = z.infer<typeof signInWaysSchema>

export const signInBodySchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  /** Long ones are welcome; the limit only keeps hashing bounded. */
  password: z.string().check(z.minLength(1), z.maxLength(1000)),
})

/** `everywhere` ends every session of the person, not only this one. */
export const signOutBodySchema = z.object({ everywhere: z._default(z.boolean(), false) })

/**
 * Where the browser goes after signing in: an address of the panel itself.
 * Browsers drop tabs and line ends from addresses, so that `/⇥/` would be the beginning of another site's.
 */
export const returnToSchema = z.string().check(z.regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u), z.maxLength(2000))
