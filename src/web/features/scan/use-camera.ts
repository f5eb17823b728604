import { type RefObject, useEffect, useState } from 'react'

/** Why there is no picture. */
export type CameraProblem = 'insecure' | 'refused' | 'none' | 'busy'
export type Camera = 'starting' | 'on' | CameraProblem

/** By the names of getUserMedia's errors; whatever else it is, another program has it. */
const problems: Record<string, CameraProblem> = {
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
}

async function openCamera(): Promise<MediaStream | CameraProblem> {
  // Browsers give a camera only to pages that came by https, or from this machine itself.
  if (!isSecureContext) return 'insecure'
  if (!navigator.mediaDevices?.getUserMedia) return 'none'
  try {
    const video = { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 960 } }
    return await navigator.mediaDevices.getUserMedia({ video, audio: false })
  } catch (error) {
    return (error instanceof Error ? problems[error.name] : undefined) ?? 'busy'
  }
}

/** Shows the camera at the back in a video element for as long as the component is there. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): Camera {
  const [camera, setCamera] = useState<Camera>('starting')
  useEffect(() => {
    let isGone = false
    let stream: MediaStream | undefined
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    void openCamera().then(async (opened) => {
      if (typeof opened === 'string') {
        if (!isGone) setCamera(opened)
        return
      }
      stream = opened
      const element = video.current
      if (isGone || !element) return stop()
      // Pulled out, or taken by another program.
      for (const track of opened.getTracks()) track.addEventListener('ended', () => setCamera('busy'))
      element.srcObject = opened
      // Where it is not played by itself, the picture stands still: the first frame is there all the same.
      await element.play().catch(() => {})
      if (!isGone) setCamera('on')
    })
    return () => {
      isGone = true
      stop()
    }
  }, [video])
  return camera
}
