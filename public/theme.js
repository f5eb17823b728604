// Before anything is drawn: the colours that were chosen, so that nothing flashes. The rest is src/web/app/use-theme.ts.
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
