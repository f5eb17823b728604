import { type FormEvent, useRef, useState } from 'react'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { useNavigateTo } from '../../ui/link.tsx'
import { controlHref } from '../../ui/links.ts'
import { Modal } from '../../ui/modal.tsx'
import styles from './by-hand.module.css'
import { type IdName, noIds, problemsOf, trimmed, type Way } from './typed-ids.ts'

interface ByHandProps {
  onClose: () => void
  onChoose?: (() => void) | undefined
}

/** Names a device, and perhaps a point, by what is printed on a plate or written in a ticket. */
export function ByHand({ onClose, onChoose }: ByHandProps) {
  const { device } = useText()
  const text = device.byHand
  const navigate = useNavigateTo()
  const form = useRef<HTMLFormElement>(null)
  const [by, setBy] = useState<Way>('asset')
  const [ids, setIds] = useState(noIds)
  const [isTried, setTried] = useState(false)
  // Nobody is told of a box before they had a chance to fill it.
  const problems = isTried ? problemsOf(by, ids) : {}

  const go = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const [first] = Object.keys(problemsOf(by, ids))
    if (first) {
      form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus()
      return
    }
    const { assetId, productKey, deviceKey, point } = trimmed(ids)
    onClose()
    navigate(controlHref(by === 'asset' ? { assetId, point } : { productKey, deviceKey, point }))
    onChoose?.()
  }
  const box = (name: IdName) => {
    const problem = problems[name]
    return {
      name,
      value: ids[name],
      onChange: ({ target }: { target: HTMLInputElement }) => setIds({ ...ids, [name]: target.value }),
      mono: true,
      autoComplete: 'off',
      spellCheck: false,
      autoCapitalize: 'off',
      error: problem && text[problem],
    }
  }
  const way = (value: Way, label: string) => (
    <label className={styles.choice}>
      <input type="radio" name="by" value={value} checked={by === value} onChange={() => setBy(value)} /> {label}
    </label>
  )
  return (
    <Modal title={text.title} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={go} noValidate>
        <p className="muted">{text.help}</p>
        <fieldset className={styles.by}>
          <legend className={styles.legend}>{text.nameBy}</legend>
          {way('asset', text.byAsset)}
          {way('keys', text.byKeys)}
        </fieldset>
        {by === 'asset' ? (
          <FieldBox key="asset" label={text.assetId} {...box('assetId')} data-autofocus />
        ) : (
          <>
            <FieldBox key="pk" label={text.productKey} {...box('productKey')} />
            <FieldBox key="dk" label={text.deviceKey} {...box('deviceKey')} />
          </>
        )}
        <FieldBox label={text.point} hint={text.pointHint} {...box('point')} />
        <Button type="submit" kind="primary" wide>
          {text.go}
        </Button>
      </form>
    </Modal>
  )
}
