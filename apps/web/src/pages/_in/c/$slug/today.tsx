import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { LevelMark } from '../../../../risks/level-mark.tsx'
import { useMay } from '../../../../session/community.tsx'
import { SignsToday } from '../../../../today/signs-today.tsx'
import { type RaisedLevel, TodayView } from '../../../../today/today-view.tsx'
import { todayQuery } from '../../../../today/today.queries.ts'
import { Empty, Faces } from '../../../../ui/faces.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'
import { ApplyFirst } from './-apply-first.tsx'
import { FirstSteps } from './-first-steps.tsx'

export const Route = createFileRoute('/_in/c/$slug/today')({
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { community } = Route.useRouteContext()
  const may = useMay()
  const showLevel = (level: RaisedLevel) => <LevelMark level={level} />
  return (
    <>
      <PageHeader title={t('today:title')} lead={t('today:lead')} />
      <Faces query={useQuery(todayQuery(community.id))}>
        {(today) => (
          <TodayView
            today={today}
            showLevel={showLevel}
            signs={may('flags:handle') && <SignsToday showLevel={showLevel} />}
            calm={
              <FirstSteps>
                <ApplyFirst>
                  <Empty title={t('today:calm.title')} body={t('today:calm.body')} />
                </ApplyFirst>
              </FirstSteps>
            }
          />
        )}
      </Faces>
    </>
  )
}
