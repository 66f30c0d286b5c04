import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { PartnerPicker } from '../../../../../../partners/partner-picker.tsx'
import { useMay } from '../../../../../../session/community.tsx'
import type { Chosen } from '../../../../../../ui/search-picker.tsx'
import { useWords } from '../../../../../../words/words.tsx'
import '../../../../../../words/of/people.ts'

const InviteDialog = lazy(async () => ({
  default: (await import('../../../../../../invitations/invite-dialog.tsx')).InviteDialog,
}))

/** Invites somebody to act for an organisation. */
export function InviteFor({ organisation }: { organisation: Chosen }) {
  const { t } = useWords()
  const mayInvite = useMay()('people:invite')
  const [isOpen, setOpen] = useState(false)
  if (!mayInvite) return null
  return (
    <>
      <Button size="sm" variant="light" onClick={() => setOpen(true)}>
        {t('people:invitations.invite')}
      </Button>
      <Suspense>
        {isOpen && (
          <InviteDialog
            organisation={organisation}
            organisationField={(props) => <PartnerPicker {...props} />}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  )
}
