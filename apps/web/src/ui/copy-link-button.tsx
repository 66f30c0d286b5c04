import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useWords } from '../words/words.tsx'
import { useAnnounce } from './announcements.tsx'
import '../words/of/common.ts'

/** Copies the address of what is shown, with its words, filters and order: to keep it, or to send it to somebody. */
export function CopyLinkButton() {
  const { t } = useWords()
  const announce = useAnnounce()
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => announce(t('common:list.linkCopied')),
      // Where copying is not allowed the address itself is said, to be read and selected.
      () => announce(location.href),
    )
  return (
    <Button
      variant="subtle"
      size="sm"
      leftSection={<IconLink aria-hidden="true" size={18} />}
      onClick={() => void copy()}
    >
      {t('common:list.copyLink')}
    </Button>
  )
}
