import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { useText } from '../../text/text-context.ts'
import { Button } from '../../ui/button.tsx'
import { FieldBox } from '../../ui/field-box.tsx'
import { useNavigateTo } from '../../ui/link.tsx'
import { controlHref } from '../../ui/links.ts'
import { Modal } from '../../ui/modal.tsx'
import styles from './by-hand.module.css'

const id = z.string().check(z.trim(), z.maxLength(256, 'tooLong'))
const ids = { by: z.enum(['asset', 'keys']), assetId: id, productKey: id, deviceKey: id, point: id }
type Ids = z.infer<z.ZodMiniObject<typeof ids>>

const needed = (field: 'assetId' | 'productKey' | 'deviceKey', by: Ids['by']) =>
  z.refine<Ids>((typed) => typed.by !== by || typed[field] !== '', { path: [field], error: 'missing' })

/** §1.1: assetId, or both keys. */
const idsSchema = z
  .object(ids)
  .check(needed('assetId', 'asset'), needed('productKey', 'keys'), needed('deviceKey', 'keys'))

interface ByHandProps {
  onClose: () => void
  onChoose?: (() => void) | undefined
}

/** Names a device, and perhaps a point, by what is printed on a plate or written in a ticket. */
export function ByHand({ onClose, onChoose }: ByHandProps) {
  const { device } = useText()
  const text = device.byHand
  const navigate = useNavigateTo()
  const { register, handleSubmit, watch, formState } = useForm<Ids>({
    resolver: zodResolver(idsSchema),
    defaultValues: { by: 'asset', assetId: '', productKey: '', deviceKey: '', point: '' },
  })
  const errorOf = (field: Exclude<keyof Ids, 'by'>) => {
    const message = formState.errors[field]?.message
    return message && (message === 'tooLong' ? text.tooLong : text.missing)
  }
  const box = (field: Exclude<keyof Ids, 'by'>) => ({
    ...register(field),
    mono: true,
    autoComplete: 'off',
    spellCheck: false,
    autoCapitalize: 'off',
    error: errorOf(field),
  })
  const go = handleSubmit(({ by, assetId, productKey, deviceKey, point }) => {
    onClose()
    navigate(controlHref(by === 'asset' ? { assetId, point } : { productKey, deviceKey, point }))
    onChoose?.()
  })
  return (
    <Modal title={text.title} onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void go(event)} noValidate>
        <p className="muted">{text.help}</p>
        <fieldset className={styles.by}>
          <legend className={styles.legend}>{text.nameBy}</legend>
          <label className={styles.choice}>
            <input type="radio" value="asset" {...register('by')} /> {text.byAsset}
          </label>
          <label className={styles.choice}>
            <input type="radio" value="keys" {...register('by')} /> {text.byKeys}
          </label>
        </fieldset>
        {watch('by') === 'asset' ? (
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
