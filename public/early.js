// What need not wait for the panel's code. The colours that were chosen, before anything is drawn, so that nothing flashes
// (then src/web/app/use-theme.ts):
;(() => {
  let chosen = null
  try {
    chosen = JSON.parse(localStorage.getItem('setpoint.theme'))
  } catch {
    chosen = null
  }
  const ofMachine = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  document.documentElement.dataset.theme = ['light', 'dark', 'sun'].includes(chosen) ? chosen : ofMachine
})()

// And who is looking, with the moment of the answer (src/web/api/queries.ts takes it, once):
globalThis.earlySession = fetch('/api/session', { redirect: 'error' }).then((response) =>
  Object.assign(response, { heardAt: Date.now() }),
)
// Told by whoever takes it.
globalThis.earlySession.catch(() => undefined)

// And the code of the history where the address is its own, beside what every page needs (vite.config.ts names it).
if (/\/operations\/?$/.test(location.pathname)) {
  const files = document.querySelector('meta[name="history-code"]')?.content.split(' ') ?? []
  for (const href of files) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href }))
  }
}
// And the first number of a browser, which takes it some 15 ms: best while the code is on its way.
;(globalThis.requestIdleCallback ?? setTimeout)(() => new Intl.NumberFormat(navigator.language).format(0))
