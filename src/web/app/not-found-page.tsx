import { useText } from '../text/text-context.ts'
import { Blank } from '../ui/blank.tsx'
import { Link } from '../ui/link.tsx'
import { controlHref } from '../ui/links.ts'

export function NotFoundPage() {
  const { shell, noPage } = useText()
  return (
    <>
      <title>{`${noPage.title} · ${shell.productName}`}</title>
      <Blank
        icon="question"
        title={<h1>{noPage.title}</h1>}
        actions={<Link href={controlHref()}>{noPage.toControl}</Link>}
      >
        {noPage.why}
      </Blank>
    </>
  )
}
