import type { Language } from '@commonweal/words/languages'
import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { keepToken } from '../src/http/token.ts'
import { App } from '../src/shell/app.tsx'
import { makeQueries } from '../src/shell/queries.ts'
import { makeRouter } from '../src/shell/router.tsx'
import { speakInDocument } from '../src/words/words.tsx'

/** Opens an address of the product as a person does. */
export function renderAt(path: string, language: Language = 'en') {
  keepToken(null)
  speakInDocument(language)
  const queries = makeQueries()
  // A silent server is asked as often as ever, without the seconds between.
  const known = queries.getDefaultOptions()
  queries.setDefaultOptions({ ...known, queries: { ...known.queries, retryDelay: 1 } })
  const router = makeRouter(queries, createMemoryHistory({ initialEntries: [path] }))
  render(<App router={router} queries={queries} language={language} />)
  return { user: userEvent.setup(), router }
}
