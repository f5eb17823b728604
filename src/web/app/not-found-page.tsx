import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Link } from '../ui/link.tsx'
import { controlHref } from '../ui/links.ts'

export function NotFoundPage() {
  const { shell } = useText()
  return (
    <>
      <title>{`${shell.notFoundTitle} · ${shell.productName}`}</title>
      <Blank
        icon="question"
        title={<h1>{shell.notFoundTitle}</h1>}
        actions={<Link href={controlHref()}>{shell.toControl}</Link>}
      >
        {shell.notFound}
      </Blank>
    </>
  )
}
