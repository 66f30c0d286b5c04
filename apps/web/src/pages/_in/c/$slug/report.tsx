import { flagCodes } from '@commonweal/domain/risks/explain/flag-code'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useCallback } from 'react'
import { reportQuery } from '../../../../reports/reports.queries.ts'
import { ReportSheet } from '../../../../reports/report-sheet.tsx'
import { hasFacts, useChosenMonth } from '../../../../risks/chosen-month.ts'
import colours from '../../../../risks/colours.module.css'
import { FlagBand, sayActions, sayOpenFlag, sayOpenSigns, sayUnread } from '../../../../risks/flag-reported.tsx'
import { sayExposure } from '../../../../risks/explained-words.ts'
import { codeOf } from '../../../../risks/flag-link.tsx'
import { flagNames, withheldInWords } from '../../../../risks/flag-words.ts'
import { Legend } from '../../../../risks/legend.tsx'
import { LevelMark } from '../../../../risks/level-mark.tsx'
import { MonthSteps } from '../../../../risks/month-picker.tsx'
import { readReadingSearch } from '../../../../risks/reading-search.ts'
import { explanationQuery, timelineQuery, type SeenTimeline } from '../../../../risks/risks.queries.ts'
import { useVoice } from '../../../../risks/voice.ts'
import { useCommunity } from '../../../../session/community.tsx'
import { Faces, Failure, Loading } from '../../../../ui/faces.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { UpLink } from '../../../../ui/up-link.tsx'
import { useWords } from '../../../../words/words.tsx'
import { NoReadings } from './-no-readings.tsx'
import classes from './-report.module.css'

export const Route = createFileRoute('/_in/c/$slug/report')({
  validateSearch: readReadingSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const { id } = useCommunity()
  const query = useQuery(timelineQuery(id))
  const isThere = query.data !== undefined && hasFacts(query.data.months)
  return (
    <>
      <div data-no-print>
        <PageHeader
          title={t('reports:title')}
          lead={t('reports:lead')}
          parent={
            <UpLink to="/c/$slug/vital-signs" params={{ slug }}>
              {t('explanations:page.up')}
            </UpLink>
          }
          actions={
            isThere && (
              <Button leftSection={<IconPrinter aria-hidden="true" size={18} />} onClick={() => window.print()}>
                {t('reports:print')}
              </Button>
            )
          }
        />
      </div>
      <Faces query={query}>
        {(timeline) => (hasFacts(timeline.months) ? <Reported timeline={timeline} /> : <NoReadings />)}
      </Faces>
    </>
  )
}

/** The sheet of the month in the address, the latest without one. */
function Reported({ timeline: { months, withheld } }: { timeline: SeenTimeline }) {
  const { t } = useWords()
  const v = useVoice()
  const { id } = useCommunity()
  const { month: asked } = Route.useSearch()
  const navigate = Route.useNavigate()
  const tell = useCallback(
    (month: string) => void navigate({ search: { month }, replace: true, resetScroll: false }),
    [navigate],
  )
  const inAddress = months.some(({ month }) => month === asked) ? (asked as string) : (months.at(-1)?.month ?? '')
  const { month, choose } = useChosenMonth(inAddress, tell)
  const position = Math.max(
    0,
    months.findIndex((one) => one.month === month),
  )
  const report = useQuery(reportQuery(id, inAddress))
  const explained = useQueries({ queries: flagCodes.map((flag) => explanationQuery(id, flag, inAddress)) })
  const failed = [report, ...explained].find((one) => one.error && one.data === undefined)
  const reading = months[position]
  const unseen = withheldInWords(v, withheld)
  const explanations = explained.flatMap(({ data }) => (data && data.month === month ? [data] : []))
  return (
    <div className={`${classes.page} ${colours.colours}`}>
      <div data-no-print role="group" aria-label={t('reports:months')}>
        <MonthSteps
          count={months.length}
          position={position}
          label={v.month(month)}
          onMove={(to) => {
            const chosen = months[to]
            if (chosen) choose(chosen.month)
          }}
        />
      </div>
      {failed ? (
        <Failure error={failed.error} onRetry={failed.refetch} isTrying={failed.isFetching} />
      ) : !report.data || report.data.month !== month || explanations.length < flagCodes.length || !reading ? (
        <Loading lines={10} />
      ) : (
        <ReportSheet
          report={report.data}
          monthName={v.month(month)}
          lines={v.version(report.data.parametersVersion)}
          flags={flagNames.map((flag) => {
            const { level, heldLevel, onset } = reading[flag]
            const told = explanations.find((one) => one.flag === codeOf[flag])
            return {
              key: flag,
              title: t(`risks:flag.${flag}`),
              level: <LevelMark level={level} />,
              since: onset && heldLevel !== 'none' ? t('reports:signsSince', { month: v.month(onset) }) : null,
              sentence: told ? sayExposure(v, told.exposure) : '',
              band: <FlagBand flag={flag} months={months} through={position} />,
            }
          })}
          legend={<Legend />}
          openFlags={[
            ...flagNames.flatMap((flag) => sayOpenFlag(v, flag, reading[flag]) ?? []),
            ...[sayOpenSigns(v, report.data.signs)].filter((said) => said !== null),
            ...(unseen === null ? [] : [t('reports:problems.withheld', { list: unseen })]),
          ]}
          unread={sayUnread(v, report.data.unread, report.data.signs)}
          actions={sayActions(v, explanations)}
        />
      )}
    </div>
  )
}
