import { useSearch } from 'wouter/use-browser-location'
import { useKeptWitness } from '../ui/use-kept-witness.ts'
import { LateOutboxLink, LateOutboxNotice } from './late-outbox.tsx'

/** Whether this device keeps drafts of the person, by a word beside them: they themselves are read when there are some. */
function useHasKept(): boolean {
  const [{ count, isChanging }] = useKeptWitness()
  return count > 0 || isChanging
}

/** The way to what is kept here; nothing where nothing is. */
export const KeptLink = () => useHasKept() && <LateOutboxLink />

/** What is to be said of it below the header. @param props.path where we are, without the gateway. */
export function KeptNotice({ path }: { path: string }) {
  const search = useSearch()
  return useHasKept() && <LateOutboxNotice isShownBelow={path === '/outbox' || search.includes('kept=')} />
}
