import './theme/frame.css'
import './theme/mantine.css'
import 'virtual:theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { makeQueries } from './shell/queries.ts'
import { makeRouter } from './shell/router.tsx'
import { chosenLanguage, speakInDocument } from './words/words.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')

const language = chosenLanguage(location.search)
speakInDocument(language)
const queries = makeQueries()

createRoot(root).render(
  <StrictMode>
    <App router={makeRouter(queries)} queries={queries} language={language} />
  </StrictMode>,
)
