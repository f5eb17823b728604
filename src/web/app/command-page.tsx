import { getRouteApi } from '@tanstack/react-router'
import { OperationPage } from '../features/operations/operation-page.tsx'

const route = getRouteApi('/operations/$id')

/** One command, from the press of the button on. */
export function CommandPage() {
  const { id } = route.useParams()
  return <OperationPage key={id} id={id} />
}
