import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Mark } from '../ui/mark.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useWords } from '../words/words.tsx'
import classes from './account-page.module.css'
import '../words/of/common.ts'

interface Props {
  readonly title: string
  readonly lead?: string | undefined
  readonly children: ReactNode
  readonly foot?: ReactNode
}

/** A page on the way in: one task, in the middle. */
export function AccountPage({ title, lead, children, foot }: Props) {
  const { t } = useWords()
  return (
    <main className={classes.page}>
      <Link to="/" className={classes.brand}>
        <Mark size={36} />
        {t('common:product')}
      </Link>
      <div>
        <PageHeader title={title} lead={lead} />
        <div className={classes.task}>{children}</div>
      </div>
      {foot && <p className={classes.foot}>{foot}</p>}
    </main>
  )
}
