import { useEffect, useId, useRef } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './changed-meanwhile.module.css'
import { Own } from './shown.tsx'
import '../words/of/common.ts'

export type Side = 'yours' | 'theirs'

export interface Conflict {
  readonly name: string
  readonly label: string
  /** Both values as a person reads them. */
  readonly shown: Readonly<Record<Side, string>>
}

interface Props {
  /** Labels of what was taken over because only the other changed it. */
  readonly adopted: readonly string[]
  readonly conflicts: readonly Conflict[]
  readonly onChoose: (name: string, side: Side) => void
}

/** Somebody else saved first: what they changed, and a choice where both changed the same. */
export function ChangedMeanwhile({ adopted, conflicts, onChoose }: Props) {
  const { t, locale } = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.box}>
      <h2>{t('common:form.changed.title')}</h2>
      <p>{t('common:form.changed.body')}</p>
      {adopted.length > 0 && (
        <p>{t('common:form.changed.adopted', { fields: new Intl.ListFormat(locale).format(adopted) })}</p>
      )}
      {conflicts.length === 0 && <p>{t('common:form.changed.nothing')}</p>}
      {conflicts.map((conflict) => (
        <Choice key={conflict.name} conflict={conflict} onChoose={(side) => onChoose(conflict.name, side)} />
      ))}
    </div>
  )
}

function Choice({ conflict: { label, shown }, onChoose }: { conflict: Conflict; onChoose: (side: Side) => void }) {
  const { t } = useWords()
  const group = useId()
  return (
    <fieldset className={classes.conflict}>
      <legend>{label}</legend>
      {(['yours', 'theirs'] as const).map((side) => (
        <label key={side}>
          <input type="radio" name={group} defaultChecked={side === 'yours'} onChange={() => onChoose(side)} />
          <span>
            <b>{t(`common:form.changed.${side}`)}:</b>{' '}
            {shown[side] ? <Own>{shown[side]}</Own> : t('common:form.changed.empty')}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
