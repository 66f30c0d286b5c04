import { handledFlags } from '@commonweal/contracts/handling'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useCallback } from 'react'
import { hasFacts } from '../../../../../risks/chosen-month.ts'
import { KnownOnChoice, KnownOnNotice, KnownOnProvider } from '../../../../../risks/known-on.tsx'
import { readReadingSearch } from '../../../../../risks/reading-search.ts'
import { timelineQuery } from '../../../../../risks/risks.queries.ts'
import { VitalSigns } from '../../../../../risks/vital-signs.tsx'
import { Faces } from '../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { useWords } from '../../../../../words/words.tsx'
import { FlagHandling } from '../../../../../risks/flag-handling.tsx'
import { LivingInitiativeField } from '../-initiative-field.tsx'
import { NoReadings } from '../-no-readings.tsx'
import classes from '../-vital-signs.module.css'
import '../../../../../words/of/assessments.ts'

export const Route = createFileRoute('/_in/c/$slug/vital-signs/')({
  validateSearch: readReadingSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { community } = Route.useRouteContext()
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
  return (
    <>
      <PageHeader
        title={t('risks:title')}
        lead={t('risks:lead')}
        actions={
          <>
            <LinkButton to="/c/$slug/vital-signs/record" params={{ slug: community.slug }} variant="default">
              {t('assessments:title')}
            </LinkButton>
            <LinkButton to="/c/$slug/vital-signs/answers" params={{ slug: community.slug }} variant="default">
              {t('handling:list.title')}
            </LinkButton>
            <LinkButton to="/c/$slug/thresholds" params={{ slug: community.slug }} variant="default">
              {t('thresholds:title')}
            </LinkButton>
          </>
        }
      />
      <Faces query={query}>
        {(timeline) =>
          hasFacts(timeline.months) ? (
            <KnownOnProvider value={knownOn}>
              <KnownOnNotice timeline={timeline} onBack={onBack} />
              <VitalSigns
                timeline={timeline}
                month={month}
                onMonth={onMonth}
                handling={
                  <div className={classes.handling}>
                    {handledFlags
                      .filter((flag) => timeline.months.at(-1)?.[flag].heldLevel !== 'none')
                      .map((flag) => (
                        <FlagHandling key={flag} flag={flag} initiativeField={LivingInitiativeField} />
                      ))}
                  </div>
                }
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
