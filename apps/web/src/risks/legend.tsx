import { flagLevels } from '@commonweal/domain/risks/flag-level'
import { useWords } from '../words/words.tsx'
import { Band } from './band.tsx'
import classes from './legend.module.css'
import '../words/of/risks.ts'

/** What height, colour and hatching say. */
export function Legend() {
  const { t } = useWords()
  return (
    <ul className={classes.legend} aria-label={t('risks:band.legend')}>
      {flagLevels.map((level, grade) => (
        <li key={level}>
          <Swatch cell={{ grade }} />
          {t(`levels:${level}`)}
        </li>
      ))}
      <li>
        <Swatch cell={{ grade: null, held: 2 }} />
        {t('risks:band.unread')}
      </li>
    </ul>
  )
}

function Swatch({ cell }: { cell: { grade: number | null; held?: number } }) {
  return (
    <span className={classes.swatch} aria-hidden="true">
      <Band cells={[cell]} most={3} height={18} label="" />
    </span>
  )
}
