import { Button } from '@mantine/core'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { InvitationList } from '../../../../../invitations/invitation-list.tsx'
import { readInvitationSearch } from '../../../../../invitations/invitation-search.ts'
import { InviteDialog } from '../../../../../invitations/invite-dialog.tsx'
import { PartnerPicker } from '../../../../../partners/partner-picker.tsx'
import { PageHeader } from '../../../../../ui/page-header.tsx'
import { UpLink } from '../../../../../ui/up-link.tsx'
import { useWords } from '../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/people/invitations')({
  staticData: { permission: 'people:invite' },
  validateSearch: readInvitationSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const navigate = Route.useNavigate()
  const [isInviting, setInviting] = useState(false)
  const invite = <Button onClick={() => setInviting(true)}>{t('people:invitations.invite')}</Button>
  return (
    <>
      <PageHeader
        title={t('people:invitations.title')}
        lead={t('people:invitations.lead')}
        actions={invite}
        parent={
          <UpLink to="/c/$slug/people" params={{ slug }}>
            {t('people:title')}
          </UpLink>
        }
      />
      <InvitationList
        search={Route.useSearch({ select: readInvitationSearch })}
        onSearch={(search) => void navigate({ search: readInvitationSearch(search), replace: true })}
        inviteAction={invite}
      />
      {isInviting && (
        <InviteDialog organisationField={(props) => <PartnerPicker {...props} />} onClose={() => setInviting(false)} />
      )}
    </>
  )
}
