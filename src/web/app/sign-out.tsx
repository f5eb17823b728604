import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Failure } from '#contract/enos/failure.ts'
import { callPanel } from '../api/call.ts'
import { useText } from '../text/text-context.ts'
import { Button } from '../ui/button.tsx'
import { controlHref } from '../ui/links.ts'
import { Modal } from '../ui/modal.tsx'
import { Notice } from '../ui/notice.tsx'
import styles from './account.module.css'
import { isNotSignedIn } from './is-not-signed-in.ts'
import { useSessionEnd } from './session-end-context.ts'

/** Ends the session in this browser, or after asking everywhere. The page is loaded anew: nothing of it stays in sight. */
export function SignOut() {
  const { account: text, shell, failures } = useText()
  const { leave } = useSessionEnd()
  const [isAsking, setAsking] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (everywhere: boolean) => {
      leave(true)
      // First, and without a network too: whoever wants to be signed out leaves nothing to be read.
      await import('./offline-parts.ts').then(({ offlineParts }) => offlineParts.forgetKept()).catch(() => {})
      await callPanel('signOut', {}, { body: { everywhere } }).catch((cause: unknown) => {
        // It had ended already.
        if (isNotSignedIn(cause)) return
        leave(false)
        throw cause
      })
    },
    onSuccess: () => location.assign(controlHref()),
  })
  const failed = error && (
    <Notice tone="bad" role="alert" title={text.signOutFailed}>
      {error instanceof Failure ? failures[error.failure].what : shell.crashed}
    </Notice>
  )
  return (
    <div className={styles.ways}>
      {!isAsking && failed}
      <Button icon="signOut" wide disabled={isPending} onClick={() => mutate(false)}>
        {text.signOut}
      </Button>
      <Button kind="quiet" wide disabled={isPending} onClick={() => setAsking(true)}>
        {text.signOutEverywhere}…
      </Button>
      {isAsking &&
        // Outside the sheet, which goes away when a dialog opens.
        createPortal(
          <Modal
            title={text.everywhereTitle}
            onClose={() => setAsking(false)}
            footer={
              <div className={styles.choice}>
                <Button data-autofocus onClick={() => setAsking(false)}>
                  {text.stay}
                </Button>
                <Button kind="danger" disabled={isPending} onClick={() => mutate(true)}>
                  {text.signOutEverywhere}
                </Button>
              </div>
            }
          >
            <p>{text.everywhereHelp}</p>
            {failed}
          </Modal>,
          document.body,
        )}
    </div>
  )
}
