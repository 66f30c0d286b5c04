import { Button } from '@mantine/core'
import { useState } from 'react'
import { PartnerPicker } from '../../../../../../partners/partner-picker.tsx'
import { useMay } from '../../../../../../session/community.tsx'
import { Late } from '../../../../../../ui/late.tsx'
import type { Chosen } from '../../../../../../ui/search-picker.tsx'
import { useWords } from '../../../../../../words/words.tsx'
import '../../../../../../words/of/people.ts'

const loadDialog = async () => (await import('../../../../../../invitations/invite-dialog.tsx')).InviteDialog

/** Invites somebody to act for an organisation. */
export function InviteFor({ organisation }: { organisation: Chosen }) {
  const { t } = useWords()
  const mayInvite = useMay()('people:invite')
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  if (!mayInvite) return null
  return (
    <>
      <Button size="sm" variant="light" onClick={() => setOpen(true)}>
        {t('people:invitations.invite')}
      </Button>
      {isOpen && (
        <Late load={loadDialog} onClose={close}>
          {(InviteDialog) => (
            <InviteDialog
              organisation={organisation}
              organisationField={(props) => <PartnerPicker {...props} />}
              onClose={close}
            />
          )}
        </Late>
      )}
    </>
  )
}
