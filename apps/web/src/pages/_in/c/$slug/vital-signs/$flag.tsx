import { flagCodes } from '@commonweal/domain/risks/explain/flag-code'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { useCallback } from 'react'
import { hasFacts } from '../../../../../risks/chosen-month.ts'
import { codeOf } from '../../../../../risks/flag-link.tsx'
import { FlagHandling } from '../../../../../risks/flag-handling.tsx'
import { LivingInitiativeField } from '../-initiative-field.tsx'
import { NoReadings } from '../-no-readings.tsx'
import { FlagView } from '../../../../../risks/flag-view.tsx'
import { flagNames } from '../../../../../risks/flag-words.ts'
import { KnownOnChoice, KnownOnNotice, KnownOnProvider } from '../../../../../risks/known-on.tsx'
import { readReadingSearch } from '../../../../../risks/reading-search.ts'
import { timelineQuery } from '../../../../../risks/risks.queries.ts'
import { Faces } from '../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/vital-signs/$flag')({
  validateSearch: readReadingSearch,
  beforeLoad: ({ params: { flag } }) => {
    if (!flagCodes.some((code) => code === flag)) throw notFound()
  },
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { community } = Route.useRouteContext()
  const { slug, flag: code } = Route.useParams()
  const { month, knownOn = null } = Route.useSearch()
  const navigate = Route.useNavigate()
  const query = useQuery(timelineQuery(community.id, knownOn))
  const onKnownOn = (day: string) => void navigate({ search: { knownOn: day }, resetScroll: true })
  const onBack = () => void navigate({ search: month === undefined ? {} : { month } })
  const onMonth = useCallback(
    (chosen: string) =>
      void navigate({ search: (before) => ({ ...before, month: chosen }), replace: true, resetScroll: false }),
    [navigate],
  )
  const flag = flagNames.find((name) => codeOf[name] === code) ?? 'stagnation'
  const report = (
    <LinkButton to="/c/$slug/report" params={{ slug }} search={month === undefined ? {} : { month }} variant="default">
      {t('explanations:page.report')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader
        title={t(`risks:flag.${flag}`)}
        lead={t(`risks:question.${flag}`)}
        parent={
          <UpLink to="/c/$slug/vital-signs" params={{ slug }} search={(before) => before}>
            {t('explanations:page.up')}
          </UpLink>
        }
        actions={query.data && hasFacts(query.data.months) && report}
      />
      <Faces query={query}>
        {(timeline) =>
          hasFacts(timeline.months) ? (
            <KnownOnProvider value={knownOn}>
              <KnownOnNotice timeline={timeline} onBack={onBack} />
              <FlagView
                flag={flag}
                timeline={timeline}
                month={month}
                onMonth={onMonth}
                handling={<FlagHandling flag={flag} initiativeField={LivingInitiativeField} />}
              />
              <KnownOnChoice knownOn={knownOn} onChoose={onKnownOn} />
            </KnownOnProvider>
          ) : (
            <NoReadings />
          )
        }
      </Faces>
    </>
  )
}
