import { flagLevels } from '@commonweal/domain/risks/flag-level'
import type { SecondaryFlagName } from '@commonweal/domain/risks/secondary/flag-names'
import type { SeenFlag } from '@commonweal/domain/risks/secondary/person-signs'
import { signPlaybook } from '@commonweal/domain/risks/secondary/sign-playbook'
import { IconChevronDown } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import { Facts } from '../ui/facts.tsx'
import { Missing } from '../ui/shown.tsx'
import { Band, type BandCell } from './band.tsx'
import { LevelMark } from './level-mark.tsx'
import classes from './reading-item.module.css'
import own from './sign-item.module.css'
import { sayLevel } from './reading-words.ts'
import { RemedyPlaceLink } from './remedy-place-link.tsx'
import { SignExplained } from './sign-explained.tsx'
import { signLines } from './sign-lines.ts'
import { signValues } from './sign-values.ts'
import { saySign, type SignVoice } from './sign-words.ts'
import '../words/of/risks.ts'
import '../words/of/explanations.ts'
import '../words/of/remedies.ts'
import '../words/of/signs.ts'

interface Props {
  readonly name: SecondaryFlagName
  /** Not there: the community has switched the sign off in this month. */
  readonly flag: SeenFlag | undefined
  readonly month: string
  readonly voice: SignVoice
  readonly cells: readonly BandCell[]
  readonly position: number
}

interface Shown {
  readonly flag: SeenFlag
  readonly voice: SignVoice
}

/** One sign: its level over the months, the sentence, what it rests on, and how it is worked out for who wants to know. */
export function SignItem({ name, flag, month, voice: v, cells, position }: Props) {
  const { t } = v
  const id = useId()
  const place = useRef<HTMLLIElement>(null)
  const isUnread = flag === undefined || flag.level === 'insufficient-data'
  // The signs arrive after the page: whoever followed a link to one of them is brought to it now.
  useEffect(() => {
    if (window.location.hash === `#sign-${name}`) place.current?.scrollIntoView()
  }, [name])
  return (
    <li className={classes.item} id={`sign-${name}`} ref={place}>
      <div className={classes.head}>
        <h3 id={id}>{t(`signs:name.${name}`)}</h3>
        <span className={own.marks}>{flag ? <Levels flag={flag} voice={v} /> : t('signs:offLevel')}</span>
      </div>
      <p className={classes.sentence} data-unread={isUnread || flag.isWithheld || undefined}>
        {flag ? saySign(v, name, flag) : t('signs:off')}
      </p>
      <div className={classes.spark}>
        <Band cells={cells} most={3} height={22} label={t('risks:perMonth')} />
        <div
          className={classes.marker}
          style={{ insetInlineStart: `${((position + 0.5) / cells.length) * 100}%` }}
          aria-hidden="true"
        />
      </div>
      {flag && <HowItIsRead name={name} flag={flag} month={month} voice={v} headingId={id} />}
    </li>
  )
}

function Levels({ flag, voice: v }: Shown) {
  const isHeldShown = flag.level === 'insufficient-data' && flag.reason !== 'not-applicable'
  return (
    <>
      <LevelMark level={flag.level} />
      {isHeldShown && flag.heldLevel !== 'none' && (
        <LevelMark level={flag.heldLevel} isHeld>
          {v.t('risks:held', { level: sayLevel(v, flag.heldLevel) })}
        </LevelMark>
      )}
    </>
  )
}

interface Read extends Shown {
  readonly name: SecondaryFlagName
  readonly month: string
  readonly headingId: string
}

function HowItIsRead({ name, flag, month, voice: v, headingId }: Read) {
  const { t } = v
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p className={own.notes}>
        {!flag.isWithheld && flag.n > 0 && <span>{t(`signs:restsOnOf.${name}`, { n: v.number(flag.n) })}</span>}
        {flag.isExpertSet && <span className={own.judgement}>{t('signs:judgement')}</span>}
      </p>
      <details className={classes.more} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary aria-describedby={headingId}>
          <IconChevronDown aria-hidden="true" size={18} />
          {t('remedies:how')}
        </summary>
        <div className={classes.body}>
          <p className={classes.question}>{t(`signs:question.${name}`)}</p>
          <div className={classes.part}>
            <p>{t(`signs:formula.${name}`)}</p>
          </div>
          {!flag.isWithheld && (
            <div className={classes.part}>
              <h4>{t('risks:detail.values')}</h4>
              <Facts
                items={[
                  ...signValues(v, name, flag).map(({ label, value }) => ({ label, value: value ?? <Missing /> })),
                  flag.interval && {
                    label: t('signs:interval'),
                    value: t('signs:between', { low: v.share(flag.interval.low), high: v.share(flag.interval.high) }),
                  },
                ]}
              />
            </div>
          )}
          {!flag.isWithheld && flag.score === null && (
            <div className={classes.part}>
              <h4>{t('explanations:drivers.title')}</h4>
              <p>{t('explanations:drivers.unread')}</p>
            </div>
          )}
          {!flag.isWithheld && flag.score !== null && isOpen && <SignExplained name={name} month={month} voice={v} />}
          <div className={classes.part}>
            <h4>{t('signs:linesFor')}</h4>
            <ul>
              {signLines(v, name, flag.lines).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {flag.isExpertSet && <p>{t('signs:judgementHint')}</p>}
          </div>
          <div className={classes.part}>
            <h4>{t('remedies:title')}</h4>
            <ul className={own.remedies}>
              {signPlaybook[name].map(({ code, place }) => (
                <li key={code}>
                  <b>{t(`remedies:code.${code}.title`)}</b> {t(`remedies:code.${code}.text`)}{' '}
                  {place && (
                    <span data-no-print>
                      <RemedyPlaceLink place={place} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </div>
      </details>
    </>
  )
}

/** A month in which the sign was switched off is as one that is not read. */
export function signCell(flag: SeenFlag | undefined): BandCell {
  if (flag === undefined) return { grade: null }
  const { level, heldLevel } = flag
  const held = flagLevels.indexOf(heldLevel)
  return level === 'insufficient-data' ? { grade: null, held } : { grade: held }
}
