import type { FlagStanding, HandledFlag, HandlingRow } from '@commonweal/contracts/handling'
import { handlingKinds, type HandlingKind } from '@commonweal/domain/risks/handling'
import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { Instant, Own } from '../ui/shown.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords } from '../words/words.tsx'
import { FactLink } from './fact-link.tsx'
import { FlagAnswerDialog } from './flag-answer-dialog.tsx'
import classes from './flag-handling.module.css'
import { flagStandingQuery } from './kept.queries.ts'
import { LevelMark } from './level-mark.tsx'
import { MeasureEffect } from './measure-effect.tsx'
import { useVoice } from './voice.ts'
import '../words/of/handling.ts'
import '../words/of/risks.ts'

interface Props {
  readonly flag: HandledFlag
  /** Chooses the initiative that is the countermeasure. */
  readonly initiativeField: ThingField
}

/** What people do about a flag: how it stands, what can be said about it, and what was. */
export function FlagHandling({ flag, initiativeField }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const may = useMay()
  const query = useQuery(flagStandingQuery(id, flag))
  const [kind, setKind] = useState<HandlingKind | null>(null)
  const isUp = query.data !== undefined && query.data.state !== 'clear'
  return (
    <Section title={t('handling:title', { flag: t(`risks:flag.${flag}`) })}>
      <Faces query={query} loading={<Loading lines={3} />}>
        {(standing) => (
          <Standing standing={standing}>
            {isUp && may('flags:handle') && (
              <Group gap="xs" mt="md" data-no-print>
                {handlingKinds.map((one) => (
                  <Button
                    key={one}
                    size="sm"
                    variant={one === 'mitigate' ? 'light' : 'default'}
                    aria-label={t('handling:doFor', { what: t(`handling:do.${one}`), flag: t(`risks:flag.${flag}`) })}
                    onClick={() => setKind(one)}
                  >
                    {t(`handling:do.${one}`)}
                  </Button>
                ))}
              </Group>
            )}
          </Standing>
        )}
      </Faces>
      {kind && (
        <FlagAnswerDialog flag={flag} kind={kind} initiativeField={initiativeField} onClose={() => setKind(null)} />
      )}
    </Section>
  )
}

/** Under the state stands what can be done about it, then what was. */
function Standing({ standing, children }: { standing: FlagStanding; children: ReactNode }) {
  const { t } = useWords()
  const v = useVoice()
  const { timezone } = useCommunity()
  const { month, state, heldLevel, reopenedBecause, episodes, handlings } = standing
  const last = handlings[0]
  const sentence =
    state === 'accepted' && last?.untilOn
      ? t('handling:acceptedUntil', { day: v.day(last.untilOn) })
      : t(`handling:state.${state}`)
  return (
    <>
      <p className={classes.state}>
        <span className={classes.now}>{t('handling:now', { month: v.month(month) })}</span>
        <LevelMark level={heldLevel} />
        <span>{sentence}</span>
      </p>
      {reopenedBecause && <p className={classes.note}>{t(`handling:reopened.${reopenedBecause}`)}</p>}
      {state !== 'clear' && <p className={classes.note}>{t('handling:levelStays')}</p>}
      {children}
      {handlings.length > 0 && (
        <>
          <h3 className={classes.title}>{t('handling:history')}</h3>
          <Timeline
            moments={handlings.map((row) => ({
              key: row.id,
              what: t(`handling:did.${row.kind}`),
              when: (
                <>
                  <Instant at={row.at} timeZone={timezone} />
                  {row.person && (
                    <>
                      {' · '}
                      <Own>{row.person}</Own>
                    </>
                  )}
                  {' · '}
                  {t(`levels:${row.level}`)}
                </>
              ),
              note: <Note row={row} />,
            }))}
          />
        </>
      )}
      {episodes.length > 0 && (
        <>
          <h3 className={classes.title}>{t('handling:episodes')}</h3>
          <ul className={classes.episodes}>
            {episodes.toReversed().map(({ onset, raisedIn, peak, clearedIn, reopenedIn }) => (
              <li key={raisedIn}>
                <LevelMark level={peak}>{t('handling:peak', { level: t(`levels:${peak}`) })}</LevelMark>{' '}
                {clearedIn
                  ? t('handling:episode', { from: v.month(onset), to: v.month(clearedIn) })
                  : t('handling:episodeOpen', { from: v.month(onset) })}
                {reopenedIn.length > 0 && ` ${t('handling:reopenedTimes', { count: reopenedIn.length })}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Note({ row }: { row: HandlingRow }) {
  const { t } = useWords()
  const v = useVoice()
  return (
    <>
      {row.note && <Own>{row.note}</Own>}
      {row.initiativeId && (
        <p className={classes.note}>
          {t('handling:with')} <FactLink kind="initiative" id={row.initiativeId} name={row.initiative ?? undefined} />
        </p>
      )}
      {row.reviewOn && <p className={classes.note}>{t('handling:reviewOn', { day: v.day(row.reviewOn) })}</p>}
      {row.untilOn && <p className={classes.note}>{t('handling:untilOn', { day: v.day(row.untilOn) })}</p>}
      {row.kind === 'mitigate' && <MeasureEffect row={row} />}
    </>
  )
}
