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

// What every page asks first is asked while the scripts are still on their way; src/http/early.ts takes over the answers:
// the session, one tab at a time, as there, because the token rotates; then who I am; then the list this address shows.
;(() => {
  const refresh = () => fetch('/api/v1/session/refresh', { method: 'POST', credentials: 'same-origin' })
  const session = navigator.locks ? navigator.locks.request('commonweal-session', refresh) : refresh()
  /** @type {Record<string, Promise<Response>>} */
  const answers = {}
  const [, slug, noun] = /^\/c\/([^/]+)\/(initiatives|partners|pledges|people|spaces)$/.exec(location.pathname) ?? []

  const askAhead = async () => {
    const answer = await session
    if (!answer.ok) return answer
    const { accessToken } = /** @type {{ accessToken: string }} */ (await answer.clone().json())
    const init = { credentials: 'same-origin', headers: { authorization: `Bearer ${accessToken}` } }
    const me = await fetch('/api/v1/me', init)
    if (!me.ok || !noun || location.search) return me
    const { communities } = /** @type {{ communities: { id: string, slug: string }[] }} */ (await me.clone().json())
    const community = communities.find((one) => one.slug === slug)
    if (!community) return me
    const list = `/api/v1/communities/${community.id}/${noun}`
    const asked = fetch(list, init)
    asked.catch(() => undefined)
    answers[list] = asked
    return me
  }
  const me = askAhead()
  answers['/api/v1/me'] = me
  // Without an answer the product asks again and says so.
  session.catch(() => undefined)
  me.catch(() => undefined)
  globalThis.commonwealEarly = { session, answers }
})()
