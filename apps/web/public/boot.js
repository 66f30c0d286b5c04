// Before the first paint: the appearance the person chose. A file of its own, because the page allows no inline script.
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
