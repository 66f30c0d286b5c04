import { IconUserExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './only-steward-hint.module.css'
import '../words/of/people.ts'

/** One person who alone can administer is a risk to the community. */
export function OnlyStewardHint({ action }: { action?: ReactNode }) {
  const { t } = useWords()
  return (
    <div className={classes.hint} role="note">
      <IconUserExclamation aria-hidden="true" size={22} />
      <div>
        <b>{t('people:onlyYou.title')}</b>
        <p>{t('people:onlyYou.body')}</p>
        {action}
      </div>
    </div>
  )
}
