import { ActionIcon } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../words/words.tsx'
import type { OpenHit } from './search-dialog.tsx'
import '../words/of/search.ts'

const SearchDialog = lazy(() => import('./search-dialog.tsx').then((part) => ({ default: part.SearchDialog })))

/** Search, opened by its button, by Ctrl or ⌘ with K, or by `/` outside of fields. */
export function SearchBox({ onOpenHit, onOpen }: { onOpenHit: OpenHit; onOpen?: () => void }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k'
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)
      if ((!isShortcut && !isSlash) || document.documentElement.hasAttribute('data-dialog-open')) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])

  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="xl"
        c="inherit"
        aria-label={t('search:open')}
        aria-keyshortcuts="Control+K Meta+K /"
        title={`${t('search:open')} (Ctrl K)`}
        onClick={() => {
          onOpen?.()
          setOpen(true)
        }}
      >
        <IconSearch aria-hidden="true" size={20} stroke={1.75} />
      </ActionIcon>
      <Suspense>
        {isOpen && (
          <SearchDialog
            onClose={() => setOpen(false)}
            onOpenHit={(hit) => {
              setOpen(false)
              onOpenHit(hit)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
