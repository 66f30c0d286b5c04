import type { MessageDraft } from '@commonweal/contracts/notices'
import { Button } from '@mantine/core'
import { IconMessage } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { Late } from '../ui/late.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/notices.ts'

const loadDialog = async () => (await import('./message-dialog.tsx')).MessageDialog

interface Props {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly objectKind: MessageDraft['objectKind']
  readonly objectId: string
}

/** Writes to the people of an organisation about this page; not to one's own. */
export function WriteMessage({ organisation, objectKind, objectId }: Props) {
  const { t } = useWords()
  const may = useMay()
  const { organisations } = useCommunity()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (!may('messages:write') || organisations.some(({ id }) => id === organisation.id)) return null
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessage aria-hidden="true" size={18} />}
        aria-label={t('notices:message.action', { name: organisation.name })}
        onClick={() => setOpen(true)}
      >
        {t('notices:message.short')}
      </Button>
      {isOpen && (
        <Late load={loadDialog} onClose={close}>
          {(MessageDialog) => (
            <MessageDialog organisation={organisation} objectKind={objectKind} objectId={objectId} onClose={close} />
          )}
        </Late>
      )}
    </>
  )
}
