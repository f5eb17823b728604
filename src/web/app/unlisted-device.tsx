import { Failure } from '#contract/enos/failure.ts'
import { useText } from '../text/text-context.ts'
import { Link } from '../ui/link.tsx'
import { errorHref } from '../ui/links.ts'
import { Notice } from '../ui/notice.tsx'
import styles from './unlisted-device.module.css'

/** Stands where the points would be: why this device cannot be read, and that it can be set all the same. */
export function UnlistedDevice({ error }: { error: Error }) {
  const { device: text, failures, shell } = useText()
  const failure = error instanceof Failure ? error : null
  return (
    <Notice tone="wait" title={text.readFailed} className={styles.notice}>
      {failure && (
        <p>
          {failures[failure.failure].what}{' '}
          <Link href={errorHref(failure.failure)}>
            {shell.errorCodes} · {failure.code}
          </Link>
        </p>
      )}
      <p>{text.unlistedHelp}</p>
    </Notice>
  )
}
