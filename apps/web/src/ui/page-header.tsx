import { useMatch } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './page-header.module.css'
import { usePlace } from './place.tsx'
import '../words/of/common.ts'

interface Props {
  /** For the document title and, unless `heading` says otherwise, the page's h1. */
  readonly title: string
  readonly heading?: ReactNode
  readonly lead?: ReactNode
  /** The way up: a link to the list this page belongs to. */
  readonly parent?: ReactNode
  readonly actions?: ReactNode
}

let arrivedPath: string | null = null

/** The one h1 of a page. After a navigation the focus moves here, so that keyboard and screen reader start at the top. */
export function PageHeader({ title, heading, lead, parent, actions }: Props) {
  const { t } = useWords()
  const place = usePlace() ?? t('common:product')
  // The address of the page this header stands on: the router's own address is ahead while a page is being left.
  const path = useMatch({ strict: false, select: ({ pathname }) => pathname })
  const top = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    if (arrivedPath !== null && arrivedPath !== path) top.current?.focus({ preventScroll: true })
    arrivedPath = path
  }, [path])

  return (
    <header className={classes.header}>
      <title>{t('common:title', { page: title, place })}</title>
      {parent && (
        <nav className={classes.parent} aria-label={t('common:navigation.breadcrumbs')}>
          {parent}
        </nav>
      )}
      <div className={classes.row}>
        <div className={classes.names}>
          <h1 ref={top} tabIndex={-1} className={classes.title}>
            {heading ?? title}
          </h1>
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {actions && (
          <div className={classes.actions} data-no-print>
            {actions}
          </div>
        )}
      </div>
    </header>
  )
}
