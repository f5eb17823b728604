import { useMemo, useRef, useState } from 'react'
import { localText } from '#contract/enos/string-i18n.ts'
import type { PanelGateway } from '#contract/panel/session.ts'
import { useText } from '../../text/text-context.ts'
import { isolated } from '../../ui/isolated.ts'
import { useNavigateTo } from '../../ui/link.tsx'
import { controlHref } from '../../ui/links.ts'
import { useAnnounce } from '../../ui/live-region.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CameraNotice } from './camera-notice.tsx'
import { FoundNotice } from './found-notice.tsx'
import { PhotoButton } from './photo-button.tsx'
import { type CodePlace, chooseCode } from './read-code.ts'
import styles from './scan.module.css'
import { TypedCode } from './typed-code.tsx'
import { useCamera } from './use-camera.ts'
import { useDecoder } from './use-decoder.ts'
import { useFound } from './use-found.ts'
import { useFrames } from './use-frames.ts'

interface ScanProps {
  gateway: PanelGateway
  /** All that the panel can be used with; the first is where it begins. */
  gateways: readonly PanelGateway[]
  /** A device was opened. */
  onOpened: () => void
}

/** Opens the device whose code is held before the camera, chosen as a photo, or typed. Sends nothing. */
export function Scan({ gateway, gateways, onOpened }: ScanProps) {
  const { scan, enosLocale } = useText()
  const navigate = useNavigateTo()
  const announce = useAnnounce()
  const video = useRef<HTMLVideoElement>(null)
  const camera = useCamera(video)
  const { decode, isMissing } = useDecoder()
  const [photoProblem, setPhotoProblem] = useState('')
  const [several, setSeveral] = useState(false)
  const place = useMemo(
    (): CodePlace => ({ origin: location.origin, gatewayId: gateway.id, gatewayIds: gateways.map(({ id }) => id) }),
    [gateway, gateways],
  )
  const { found, isBusy, look, see, again } = useFound({
    orgId: gateway.orgId,
    place,
    onDevice: ({ device, target }) => {
      announce(scan.opened(isolated(localText(device.deviceName, enosLocale) || device.deviceKey || device.assetId)))
      onOpened()
      navigate(controlHref(target))
    },
  })
  useFrames(video, camera === 'on' ? decode : undefined, (texts) => {
    const text = chooseCode(texts, place)
    setSeveral(text === null)
    setPhotoProblem('')
    if (text !== null) see(text)
  })

  const readPhoto = async (file: File) => {
    if (!decode) return
    setPhotoProblem('')
    const picture = await createImageBitmap(file).catch(() => null)
    const texts = picture ? await decode(picture).catch(() => []) : []
    picture?.close()
    const text = chooseCode(texts, place)
    if (text !== null) return look(text)
    setPhotoProblem(!picture ? scan.photoUnreadable : texts.length > 0 ? scan.several : scan.photoEmpty)
  }

  const hasPicture = camera === 'on' || camera === 'starting'
  const looking = camera === 'on' ? (several ? scan.several : scan.looking) : scan.starting
  return (
    <div className={styles.scan}>
      {hasPicture && <p className="muted">{scan.help}</p>}
      {hasPicture && (
        <div className={styles.view}>
          <video ref={video} className={styles.video} muted playsInline aria-label={scan.picture} />
          <div className={styles.frame} aria-hidden="true" />
        </div>
      )}
      {!hasPicture && <CameraNotice problem={camera} />}
      {(hasPicture || isBusy) && (
        <p role="status" className={styles.status}>
          {isBusy ? scan.lookingUp : looking}
        </p>
      )}
      {isMissing && (
        <Notice tone="bad" role="alert">
          {scan.readerMissing}
        </Notice>
      )}
      {photoProblem && (
        <Notice tone="wait" role="alert">
          {photoProblem}
        </Notice>
      )}
      {found && !isBusy && !photoProblem && (
        <FoundNotice found={found} gateway={gateway} gateways={gateways} onTryAgain={again} />
      )}
      <PhotoButton disabled={!decode} onPhoto={(file) => void readPhoto(file)} />
      <TypedCode
        onCode={(text) => {
          setPhotoProblem('')
          look(text)
        }}
      />
    </div>
  )
}
