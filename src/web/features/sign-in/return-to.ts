import { panelCalls } from '#contract/panel/panel-calls.ts'
import { returnToSchema } from '#contract/panel/sign-in.ts'

/**
 * The address that leads to the identity provider and back to where the person is.
 * @param here what follows the origin; one that is too long to come back to is cut down to its page.
 * @param again the provider has to ask anew, though it may know the person.
 */
export function elsewhereHref(here: Pick<Location, 'pathname' | 'search' | 'hash'>, again: boolean): string {
  const { pathname, search, hash } = here
  const returnTo = [pathname + search + hash, pathname].find((address) => returnToSchema.safeParse(address).success)
  const query = new URLSearchParams({ returnTo: returnTo ?? '/', ...(again ? { again: '1' } : {}) })
  return `${panelCalls.signInElsewhere.path}?${query}`
}
