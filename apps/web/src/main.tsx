import './theme/frame.css'
import './theme/mantine.css'
import 'virtual:theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { earlyAnswersAreThere } from './http/early.ts'
import { App } from './shell/app.tsx'
import { makeQueries } from './shell/queries.ts'
import { makeRouter } from './shell/router.tsx'
import { standStillWhilePressed } from './shell/still-while-pressed.ts'
import { printOnWhite } from './theme/paper.ts'
import { chosenLanguage, speakInDocument } from './words/words.tsx'

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no #app')

const language = chosenLanguage(location.search)
speakInDocument(language)
printOnWhite(document.documentElement)
standStillWhilePressed()
const queries = makeQueries()
const router = makeRouter(queries)

// What takes longer is drawn as loading; what does not is drawn once, as it is.
const patienceMs = 300

for (const { routeId } of router.matchRoutes(router.latestLocation)) {
  void router.routesById[routeId as keyof typeof router.routesById].options.component?.preload?.()
}
const shown = Promise.all([router.load(), earlyAnswersAreThere()])
const outOfPatience = new Promise((resolve) => setTimeout(resolve, patienceMs))
// Not awaited here: the pages need this module, which would then wait for them.
void Promise.race([shown, outOfPatience]).then(() =>
  createRoot(root).render(
    <StrictMode>
      <App router={router} queries={queries} language={language} />
    </StrictMode>,
  ),
)
