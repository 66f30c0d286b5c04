import type { Milestone } from '@commonweal/contracts/milestones'
import { milestoneProgress } from '@commonweal/domain/milestones/milestone'
import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Own } from '../ui/shown.tsx'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import { MilestoneBadge } from './milestone-badge.tsx'
import { milestoneColumns } from './milestone-columns.tsx'
import { MilestoneDialog } from './milestone-dialog.tsx'
import classes from './milestones-panel.module.css'
import { milestonesQuery, useStepMilestone } from './milestones.queries.ts'
import { SettleDialog } from './settle-dialog.tsx'
import '../words/of/milestones.ts'

interface Props {
  readonly initiativeId: string
  /** Organisations the initiative belongs to. */
  readonly leaderIds: readonly string[]
  readonly hasEnded: boolean
}

type Opened = { readonly what: 'add' } | { readonly what: 'edit' | 'reach' | 'drop'; readonly milestone: Milestone }

/** What the partners mean to have done by when, and how far they are. */
export function MilestonesPanel({ initiativeId, leaderIds, hasEnded }: Props) {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  const mayEdit = useMay()('milestones:edit', leaderIds)
  const query = useQuery(milestonesQuery(id, initiativeId))
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  return (
    <Section
      title={t('milestones:title')}
      actions={
        mayEdit &&
        !hasEnded && (
          <Button size="sm" variant="light" onClick={() => setOpened({ what: 'add' })}>
            {t('milestones:add')}
          </Button>
        )
      }
    >
      <Faces query={query} loading={<Loading lines={3} />}>
        {(milestones) => (
          <>
            <Progress milestones={milestones} />
            <Rows
              empty={t('milestones:empty')}
              rows={milestones.map((milestone) => ({
                key: milestone.id,
                title: (
                  <>
                    <Own>{milestone.title}</Own> <MilestoneBadge standing={milestone.standing} />
                  </>
                ),
                detail: <Detail milestone={milestone} />,
                action: mayEdit && <Actions milestone={milestone} onOpen={setOpened} />,
              }))}
            />
            {milestones.length > 0 && (
              <div data-no-print>
                <CsvButton
                  of={t('milestones:title')}
                  columns={milestoneColumns(t)}
                  fileName={`${slug}-milestones`}
                  fetchPage={async () => ({ items: milestones, nextCursor: null })}
                />
              </div>
            )}
          </>
        )}
      </Faces>
      {opened?.what === 'add' && <MilestoneDialog initiativeId={initiativeId} milestone={null} onClose={close} />}
      {opened?.what === 'edit' && (
        <MilestoneDialog initiativeId={initiativeId} milestone={opened.milestone} onClose={close} />
      )}
      {(opened?.what === 'reach' || opened?.what === 'drop') && (
        <SettleDialog milestone={opened.milestone} verb={opened.what} onClose={close} />
      )}
    </Section>
  )
}

function Progress({ milestones }: { milestones: readonly Milestone[] }) {
  const { t } = useWords()
  const { reached, counted } = milestoneProgress(milestones)
  if (counted === 0) return null
  const sentence = t('milestones:progress', { reached, count: counted })
  return (
    <div className={classes.progress}>
      <progress max={counted} value={reached} aria-label={sentence} />
      <span>{sentence}</span>
    </div>
  )
}

function Detail({ milestone: { dueOn, reachedOn, droppedOn, note } }: { milestone: Milestone }) {
  const { t } = useWords()
  return (
    <>
      {dueOn ? (
        <>
          {t('milestones:due')} <Day day={dueOn} />
        </>
      ) : (
        t('milestones:noDay')
      )}
      {(reachedOn ?? droppedOn) && (
        <>
          {' · '}
          {t(reachedOn ? 'milestones:reachedOn' : 'milestones:droppedOn')} <Day day={reachedOn ?? droppedOn} />
        </>
      )}
      {note && (
        <div className={classes.note}>
          <Own>{note}</Own>
        </div>
      )}
    </>
  )
}

function Actions({ milestone, onOpen }: { milestone: Milestone; onOpen: (opened: Opened) => void }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const step = useStepMilestone(id, milestone.id)
  const { title } = milestone
  const isSettled = milestone.reachedOn !== null || milestone.droppedOn !== null
  const button = (label: string, name: string, onClick: () => void) => (
    <Button size="compact-sm" variant="subtle" aria-label={name} onClick={onClick}>
      {label}
    </Button>
  )
  if (isSettled) {
    return button(t('milestones:reopen'), t('milestones:reopenOne', { title }), () =>
      step.mutate(
        { verb: 'reopen', on: today, note: null },
        {
          onSuccess: () => announce(t('milestones:reopened', { title })),
          onError: (error) => announce(sayProblem(t, error)),
        },
      ),
    )
  }
  return (
    <Group className={classes.actions} gap="xs" data-no-print>
      {button(t('milestones:reach'), t('milestones:reachOne', { title }), () => onOpen({ what: 'reach', milestone }))}
      {button(t('milestones:edit'), t('milestones:editOne', { title }), () => onOpen({ what: 'edit', milestone }))}
      {button(t('milestones:drop'), t('milestones:dropOne', { title }), () => onOpen({ what: 'drop', milestone }))}
    </Group>
  )
}
