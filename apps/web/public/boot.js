// Before anything else. A file of its own, because the page allows no inline script.

// What every page asks first is asked while the scripts are still on their way; src/http/early.ts takes over the answers:
// the session; then at once who I am and the list this address shows. The session is not asked for one tab at a time, as
// later: the turn would come only when the scripts have run, and of tabs that open together each is served (docs/adr/0007).
// A list is asked by the id of its community, which is kept from the last time; the first time, after who I am.
;(() => {
  /** @typedef {{ answer: Promise<unknown>, body?: unknown }} Asked */
  const [, slug, noun] = /^\/c\/([^/]+)\/(initiatives|partners|pledges|people|spaces)$/.exec(location.pathname) ?? []
  /** @type {Record<string, Asked>} */
  const answers = {}

  // Without a good answer the product asks again and says so.
  const nothing = () => null
  /** @type {(answer: Response) => Promise<unknown>} */
  const bodyOf = async (answer) => {
    // A refusal is read to its end, too: what is left unread keeps its connection from the next question.
    /** @type {unknown} */
    const body = await answer.json()
    return answer.ok ? body : null
  }

  const session = fetch('/api/v1/session/refresh', { method: 'POST', credentials: 'same-origin' })
    .then(bodyOf)
    .catch(nothing)

  /** @type {(url: string) => Promise<unknown>} */
  const answerTo = async (url) => {
    const opened = /** @type {{ accessToken: string } | null} */ (await session)
    if (!opened) return null
    const headers = { authorization: `Bearer ${opened.accessToken}` }
    return fetch(url, { credentials: 'same-origin', headers }).then(bodyOf)
  }
  /** @type {(url: string) => Promise<unknown>} */
  const ask = async (url) => {
    /** @type {Asked} */
    const asked = { answer: answerTo(url).catch(nothing) }
    answers[url] = asked
    asked.body = await asked.answer
    return asked.body
  }

  const place = 'commonweal-communities'
  /** @type {(ids: Record<string, string>) => void} */
  const keep = (ids) => {
    try {
      localStorage.setItem(place, JSON.stringify(ids))
    } catch {
      // Without storage the next list is asked a little later.
    }
  }
  const kept = () => {
    try {
      return /** @type {Record<string, string>} */ (JSON.parse(localStorage.getItem(place) ?? '{}'))
    } catch {
      return {}
    }
  }

  const isList = slug && noun && !location.search
  const known = isList ? kept()[slug] : undefined
  /** @type {(id: string | undefined) => Promise<unknown>} */
  const askList = async (id) => id && ask(`/api/v1/communities/${encodeURIComponent(id)}/${noun}`)
  const askMe = async () => {
    const me = /** @type {{ communities: { id: string, slug: string }[] } | null} */ (await ask('/api/v1/me'))
    if (!me) return
    const ids = Object.fromEntries(me.communities.map((one) => [one.slug, one.id]))
    keep(ids)
    if (isList && ids[slug] !== known) await askList(ids[slug])
  }
  globalThis.commonwealEarly = { session, answers, everything: Promise.all([askMe(), askList(known)]) }

  // Running the scripts keeps a slow device busy for long, and the answer to the first question, after which the next ones
  // are sent, would have to wait for its end. So what is ours runs when these are on their way, or after a moment; what is
  // of libraries runs before.
  const { libraries, main } = document.currentScript?.dataset ?? {}
  const patienceMs = 100
  const asked = Promise.race([session, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  const parsed = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve))
  if (libraries) void parsed.then(() => import(libraries))
  if (main) void Promise.all([asked, parsed]).then(() => import(main))
})()

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
