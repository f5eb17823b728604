import { OperationPage } from '../features/operations/operation-page.tsx'

/** One command, from the press of the button on. */
export function CommandPage({ id }: { id: string }) {
  return <OperationPage key={id} id={id} />
}
