import type { Me } from '@commonweal/contracts/access'
import type { ReactNode } from 'react'
import { Mark } from '../ui/mark.tsx'
import { useWords } from '../words/words.tsx'
import { AccountBox } from './account-box.tsx'
import classes from './bare-frame.module.css'
import { SkipLink } from './skip-link.tsx'
import '../words/of/common.ts'

/** A page that belongs to no community. */
export function BareFrame({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useWords()
  return (
    <div className={classes.frame}>
      <SkipLink />
      <header className={classes.brand}>
        <Mark size={32} />
        {t('common:product')}
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className={classes.foot}>
        <AccountBox me={me} />
      </footer>
    </div>
  )
}
