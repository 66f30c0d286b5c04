import type { Report } from '@commonweal/contracts/reports'
import { useId, type ReactNode } from 'react'
import { sayMoneyBriefly } from '../money/money.ts'
import { useCommunity } from '../session/community.tsx'
import { sayDay } from '../time/days.ts'
import { Missing, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './report-sheet.module.css'
import '../words/of/initiatives.ts'
import '../words/of/reports.ts'

/** What the page says of one flag. */
export interface ReportedFlag {
  readonly key: string
  readonly title: string
  readonly level: ReactNode
  readonly since: string | null
  readonly sentence: string
  readonly band: ReactNode
}

interface Props {
  readonly report: Report
  readonly monthName: string
  /** Which lines judged the month, in words. */
  readonly lines: string
  readonly flags: readonly ReportedFlag[]
  /** What the bands of the flags say; lent by the page. */
  readonly legend: ReactNode
  /** Flags and signs that are up, and flags that cannot be read, as sentences. */
  readonly openFlags: readonly string[]
  /** Readings there are not enough data for, by name. */
  readonly unread: readonly string[]
  /** What could be done about it, as sentences. */
  readonly actions: readonly string[]
}

/** The report as one sheet of A4: what is true of the partnership, what is open, what could be done. */
export function ReportSheet({ report, monthName, lines, flags, legend, openFlags, unread, actions }: Props) {
  const { t, locale } = useWords()
  const { name } = useCommunity()
  const day = (one: string) => sayDay(one, locale)
  const problems = useProblems(report, openFlags, unread)
  return (
    <article className={classes.sheet} aria-label={t('reports:sheet')}>
      <header className={classes.head}>
        <p className={classes.community}>
          <Own>{name}</Own>
        </p>
        <h2>{t('reports:heading')}</h2>
        <p>{t('reports:period', { month: monthName, from: day(report.from), through: day(report.through) })}</p>
      </header>
      <div className={classes.flags}>
        {flags.map(({ key, title, level, since, sentence, band }) => (
          <section key={key} className={classes.flag}>
            <h3>{title}</h3>
            <p className={classes.level}>
              {level} {since}
            </p>
            <p className={classes.sentence}>{sentence}</p>
            {band}
          </section>
        ))}
      </div>
      <div className={classes.legend}>{legend}</div>
      <Figures report={report} />
      <div className={classes.columns}>
        <div>
          <Part title={t('reports:came.title')}>
            <Partners list={report.came} none={t('reports:came.none')} unknown={t('reports:came.unknown')} />
          </Part>
          <Part title={t('reports:left.title')}>
            <Partners list={report.left} none={t('reports:left.none')} unknown={t('reports:left.unknown')} />
          </Part>
          <Part title={t('reports:finished.title')}>
            {report.finished.items.length === 0 ? (
              <p>{t('reports:finished.none')}</p>
            ) : (
              <ul>
                {report.finished.items.map(({ initiativeId, title, on, state, lesson }) => (
                  <li key={initiativeId}>
                    <b>
                      <Own>{title}</Own>
                    </b>
                    {', '}
                    {state && `${t(`initiatives:state.${state}`)}, `}
                    {day(on)}.{' '}
                    <span className={classes.lesson}>
                      {lesson ? t('reports:finished.lesson', { lesson }) : t('reports:finished.noLesson')}
                    </span>
                  </li>
                ))}
                <More count={report.finished.more} />
              </ul>
            )}
          </Part>
        </div>
        <div>
          <Part title={t('reports:problems.title')} isOpen>
            {problems.length === 0 ? (
              <p>{t('reports:problems.none')}</p>
            ) : (
              <ul>
                {problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            )}
          </Part>
          {(report.answers.items.length > 0 || actions.length === 0) && (
            <Part title={t('reports:actions.title')}>
              {report.answers.items.length === 0 ? (
                <p>{t('reports:actions.none')}</p>
              ) : (
                <ul>
                  <Answers answers={report.answers} flagTitles={flags} />
                </ul>
              )}
            </Part>
          )}
          {actions.length > 0 && (
            <Part title={t('reports:actions.would')}>
              <ul>
                {actions.map((action) => (
                  <li key={action}>{action}</li>
                ))}
              </ul>
            </Part>
          )}
        </div>
      </div>
      <footer className={classes.foot}>
        {report.dataCompleteThrough === null
          ? t('reports:footNow', { engine: report.engine, version: lines, day: day(report.through) })
          : t('reports:foot', {
              engine: report.engine,
              version: lines,
              day: day(report.dataCompleteThrough),
            })}
      </footer>
    </article>
  )
}

/** What people already do about the flags. */
function Answers({
  answers: { items, more },
  flagTitles,
}: {
  answers: Report['answers']
  flagTitles: readonly ReportedFlag[]
}) {
  const { t, locale } = useWords()
  const day = (one: string) => sayDay(one, locale)
  return (
    <>
      {items.map(({ flag, kind, on, note, untilOn, reviewOn, initiative }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two answers of one day to one flag differ in nothing else for certain
        <li key={`${flag} ${index}`}>
          {t('reports:actions.answered', {
            flag: flagTitles.find(({ key }) => key === flag)?.title ?? flag,
            did: t(`reports:actions.answer.${kind}`, { day: day(on) }),
          })}{' '}
          {note && <Own>{note}</Own>}{' '}
          {[
            initiative && t('reports:actions.with', { initiative }),
            untilOn && t('reports:actions.until', { day: day(untilOn) }),
            reviewOn && t('reports:actions.review', { day: day(reviewOn) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </li>
      ))}
      <More count={more} />
    </>
  )
}

function Figures({ report: { figures } }: Pick<Props, 'report'>) {
  const { t, locale } = useWords()
  const { currency } = useCommunity()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const items = [
    { label: t('reports:figures.partners'), value: figures.partnersActive, say: number },
    { label: t('reports:figures.initiatives'), value: figures.initiativesRunning, say: number },
    {
      label: t('reports:figures.ahead'),
      value: figures.moneyAheadMinor,
      say: { format: (minor: number) => sayMoneyBriefly(minor, currency, locale) },
      hint:
        figures.moneyAheadUntil && t('reports:figures.aheadUntil', { day: sayDay(figures.moneyAheadUntil, locale) }),
    },
    {
      label: t('reports:figures.effective'),
      value: figures.effectiveFunders,
      say: number,
      hint: t('reports:figures.effectiveHint'),
    },
    {
      label: t('reports:figures.public'),
      value: figures.publicShare,
      say: share,
      hint: t('reports:figures.publicHint'),
    },
  ]
  return (
    <dl className={classes.figures} aria-label={t('reports:figures.title')}>
      {items.map(({ label, value, say, hint }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value === null ? <Missing /> : say.format(value)}
            {hint && <small>{hint}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Partners({ list, none, unknown }: { list: Report['came']; none: string; unknown: string }) {
  const { t, locale } = useWords()
  if (list === null) return <p>{unknown}</p>
  if (list.items.length === 0) return <p>{none}</p>
  const names = list.items.map(({ name, on }) => `${name} (${sayDay(on, locale)})`)
  const all = list.more > 0 ? [...names, t('reports:more', { count: list.more })] : names
  return <p>{all.join(' · ')}</p>
}

function useProblems(report: Report, openFlags: readonly string[], unread: readonly string[]): string[] {
  const { t, locale } = useWords()
  const { currency } = useCommunity()
  const { owed, owedOtherwise, reviewsDue, finished } = report
  const lists = new Intl.ListFormat(locale)
  const named = (titles: readonly string[], more: number) =>
    lists.format(more > 0 ? [...titles, t('reports:more', { count: more })] : titles)
  return [
    ...openFlags,
    owed === null
      ? t('reports:problems.owedUnknown')
      : owed.pledges > 0
        ? t('reports:problems.owed', {
            count: owed.pledges,
            amount: sayMoneyBriefly(owed.amountMinor, currency, locale),
          })
        : null,
    owedOtherwise ? t('reports:problems.owedOtherwise', { count: owedOtherwise }) : null,
    unread.length > 0 ? t('reports:problems.unread', { list: lists.format(unread) }) : null,
    reviewsDue.items.length > 0
      ? t('reports:problems.reviews', {
          count: reviewsDue.items.length + reviewsDue.more,
          list: named(
            reviewsDue.items.map((one) => one.title),
            reviewsDue.more,
          ),
        })
      : null,
    finished.untold > 0 ? t('reports:problems.lessons', { count: finished.untold }) : null,
  ].filter((problem) => problem !== null)
}

function Part({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.part} data-open={isOpen || undefined} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

function More({ count }: { count: number }) {
  const { t } = useWords()
  return count > 0 ? <li>{t('reports:more', { count })}</li> : null
}
