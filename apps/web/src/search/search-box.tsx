import { ActionIcon } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Late } from '../ui/late.tsx'
import { useWords } from '../words/words.tsx'
import type { OpenHit } from './search-dialog.tsx'
import '../words/of/search.ts'

const loadDialog = async () => (await import('./search-dialog.tsx')).SearchDialog

/** Search, opened by its button, by Ctrl or ⌘ with K, or by `/` outside of fields. */
export function SearchBox({ onOpenHit, onOpen }: { onOpenHit: OpenHit; onOpen?: () => void }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)

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
      {isOpen && (
        <Late load={loadDialog} onClose={close}>
          {(SearchDialog) => (
            <SearchDialog
              onClose={close}
              onOpenHit={(hit) => {
                close()
                onOpenHit(hit)
              }}
            />
          )}
        </Late>
      )}
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
