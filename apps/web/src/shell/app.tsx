import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { languages, type Language } from '@commonweal/words/languages'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { theme } from '../theme/theme.ts'
import { Announcements } from '../ui/announcements.tsx'
import { Words } from '../words/words.tsx'
import { OfflineNotice } from './offline-notice.tsx'
import type { AppRouter } from './router.tsx'
import { SessionWatch } from './session-watch.tsx'

interface Props {
  readonly router: AppRouter
  readonly queries: QueryClient
  readonly language: Language
}

const appearance = localStorageColorSchemeManager({ key: 'commonweal-appearance' })

/** Everything around the pages. Variables and classes of the theme come from the style sheet (`build/theme-css.ts`). */
export function App({ router, queries, language }: Props) {
  return (
    <Words language={language}>
      <DirectionProvider initialDirection={languages[language].direction} detectDirection={false}>
        <MantineProvider
          theme={theme}
          withCssVariables={false}
          withGlobalClasses={false}
          colorSchemeManager={appearance}
          defaultColorScheme="auto"
        >
          <QueryClientProvider client={queries}>
            <Announcements>
              <OfflineNotice />
              <RouterProvider router={router} />
              <SessionWatch router={router} />
            </Announcements>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </Words>
  )
}
