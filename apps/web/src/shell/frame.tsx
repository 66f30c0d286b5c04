import type { Me } from '@commonweal/contracts/access'
import { ActionIcon } from '@mantine/core'
import { IconMenu2, IconX } from '@tabler/icons-react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { NoticeBell } from '../notices/notice-bell.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { useCommunity } from '../session/community.tsx'
import { Mark } from '../ui/mark.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { AccountBox } from './account-box.tsx'
import { CommunitySwitch } from './community-switch.tsx'
import classes from './frame.module.css'
import { Navigation } from './navigation.tsx'
import { SkipLink } from './skip-link.tsx'
import { useIsDrawn } from '../ui/use-is-drawn.ts'
import { wayTo } from './way-to.ts'
import '../words/of/common.ts'

/** Navigation beside the page where there is room; above it, folded away, where there is not. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useWords()
  const community = useCommunity()
  const navigate = useNavigate()
  const side = useId()
  const [isOpen, setOpen] = useState(false)
  const isDrawn = useIsDrawn()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const toggle = useRef<HTMLButtonElement>(null)

  useEffect(() => setOpen(false), [path])

  useEffect(() => {
    if (!isOpen) return
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      toggle.current?.focus()
    }
    document.addEventListener('keydown', closeOnEscape)
    return () => document.removeEventListener('keydown', closeOnEscape)
  }, [isOpen])

  return (
    <div className={classes.frame}>
      <SkipLink />
      <header className={classes.bar} data-no-print>
        <Mark size={28} />
        <span className={classes.place}>
          <Own>{community.name}</Own>
        </span>
        {isDrawn && (
          <ActionIcon
            ref={toggle}
            aria-label={isOpen ? t('common:navigation.close') : t('common:navigation.open')}
            aria-expanded={isOpen}
            aria-controls={side}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <IconX aria-hidden="true" /> : <IconMenu2 aria-hidden="true" />}
          </ActionIcon>
        )}
      </header>
      <div id={side} className={classes.side} data-open={isOpen || undefined} data-no-print>
        {isDrawn && (
          <>
            <CommunitySwitch communities={me.communities} />
            <div className={classes.tools}>
              <SearchBox
                onOpenHit={({ kind, id }) => {
                  setOpen(false)
                  // What was told or agreed stands on the page of its initiative.
                  const isOfInitiative = kind === 'milestone' || kind === 'update'
                  void navigate(wayTo(community.slug, isOfInitiative ? 'initiative' : kind, id))
                }}
              />
              <NoticeBell />
            </div>
            <Navigation />
            <AccountBox me={me} organisations={community.organisations} role={community.role} />
          </>
        )}
      </div>
      <main id="content" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
