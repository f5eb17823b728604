import { Workbox } from 'workbox-window'

/** ms between two looks whether the server has a newer panel; each visit looks by itself. */
const lookEvery = 30 * 60_000

interface ServiceWorkerEvents {
  /** A newer panel is there, whole, and waits to be taken. */
  onReady: () => void
  /** A newer panel was taken, here or in another tab: the files of this one may be gone. */
  onTaken: () => void
}

/**
 * Lets the browser keep the panel's files (vite.config.ts), which also makes it one that can be installed.
 * Where that is impossible – no TLS, a browser that forbids it – the panel only needs its network.
 */
export function followServiceWorker({ onReady, onTaken }: ServiceWorkerEvents) {
  const container = import.meta.env.PROD ? navigator.serviceWorker : undefined
  if (!container) return { take: () => {}, stop: () => {} }
  const workbox = new Workbox('/service-worker.js')
  let wasControlled = container.controller !== null
  const onChange = () => {
    // The first one only takes over what the page began with itself.
    if (wasControlled) onTaken()
    wasControlled = true
  }
  const look = () => {
    if (document.visibilityState === 'visible') workbox.update().catch(() => {})
  }
  const timer = setInterval(look, lookEvery)
  workbox.addEventListener('waiting', onReady)
  container.addEventListener('controllerchange', onChange)
  addEventListener('online', look)
  workbox.register({ immediate: true }).catch(() => {})
  return {
    /** Lets the newer panel take over, in every tab. */
    take: () => workbox.messageSkipWaiting(),
    stop(): void {
      clearInterval(timer)
      workbox.removeEventListener('waiting', onReady)
      container.removeEventListener('controllerchange', onChange)
      removeEventListener('online', look)
    },
  }
}
