// Before anything else. A file of its own, because the page allows no inline script.

// The appearance the person chose, before the first paint.
;(() => {
  let chosen = null
  try {
    chosen = localStorage.getItem('commonweal-appearance')
  } catch {
    // Without storage the device decides.
  }
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light')
})()

// The session is taken up while the scripts are still on their way; src/http/token.ts takes over the answer. One tab at a
// time, as there, because the token rotates.
;(() => {
  const refresh = () => fetch('/api/v1/session/refresh', { method: 'POST', credentials: 'same-origin' })
  const begun = navigator.locks ? navigator.locks.request('commonweal-session', refresh) : refresh()
  // Without an answer the product asks again and says so.
  begun.catch(() => undefined)
  globalThis.commonwealSession = begun
})()
