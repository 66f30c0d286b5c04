import type { Invitation } from '@commonweal/contracts/invitations'
import { Button, Group } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClockOff, IconMail } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { todayIn } from '../time/days.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { Badge, type Look } from '../ui/badge.tsx'
import { Empty } from '../ui/faces.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import type { Search } from '../ui/list-filters.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { Column } from '../ui/list-table.tsx'
import { Address, Missing, Own } from '../ui/shown.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { invitationListSorts, shownStates, type readInvitationSearch } from './invitation-search.ts'
import { fetchInvitations, invitationsPages, useResendInvitation, useRevokeInvitation } from './invitations.queries.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'

const looks: Record<Invitation['state'], Look> = {
  open: { tone: 'news', Sign: IconMail },
  accepted: { tone: 'good', Sign: IconCircleCheck },
  revoked: { tone: 'quiet', Sign: IconCircleX },
  expired: { tone: 'watch', Sign: IconClockOff },
}

interface Props {
  readonly search: ReturnType<typeof readInvitationSearch>
  readonly onSearch: (next: Search) => void
  readonly inviteAction: ReactNode
}

/** Who was invited and what became of it; open ones can be sent again or taken back. */
export function InvitationList({ search, onSearch, inviteAction }: Props) {
  const { t } = useWords()
  const { id, slug, timezone } = useCommunity()
  const announce = useAnnounce()
  const query = useInfiniteQuery(invitationsPages(id, search))
  const resend = useResendInvitation(id)
  const revoke = useRevokeInvitation(id)
  const isBusy = resend.isPending || revoke.isPending
  const steps: Column<Invitation> = {
    name: 'steps',
    header: '',
    isPlain: true,
    cell: (row) =>
      (row.state === 'open' || row.state === 'expired') && (
        <Steps
          invitation={row}
          isBusy={isBusy}
          onResend={() =>
            resend.mutate(row.id, {
              onSuccess: () => announce(t('people:invitations.resent', { name: row.displayName })),
            })
          }
          onRevoke={() =>
            revoke.mutate(row.id, {
              onSuccess: () => announce(t('people:invitations.revoked', { name: row.displayName })),
            })
          }
        />
      ),
  }
  return (
    <>
      <FormProblem error={resend.error ?? revoke.error} />
      <ListPage
        label={t('people:invitations.title')}
        searchLabel={t('people:invitations.search')}
        search={search}
        onSearch={onSearch}
        filters={[
          {
            name: 'state',
            label: t('people:invitations.stateLabel'),
            choices: shownStates.map((value) => ({ value, label: t(`people:invitations.state.${value}`) })),
          },
        ]}
        sorts={invitationListSorts.map((value) => ({ value, label: t(`people:invitations.sort.${value}`) }))}
        query={query}
        rowKey={(row) => row.id}
        columns={[...columnsOf(t, timezone), steps]}
        empty={
          <Empty
            title={t('people:invitations.empty.title')}
            body={t('people:invitations.empty.body')}
            action={inviteAction}
          />
        }
        csv={{
          fileName: `${slug}-invitations`,
          fetchPage: (cursor) => fetchInvitations(id, { ...search, limit: 200, ...(cursor ? { cursor } : {}) }),
        }}
      />
    </>
  )
}

function columnsOf(t: Say, timeZone: string): Column<Invitation>[] {
  return [
    {
      name: 'name',
      header: t('people:invitations.name'),
      sort: 'name',
      cell: (row) => <Own>{row.displayName}</Own>,
      csv: (row) => row.displayName,
    },
    {
      name: 'email',
      header: t('people:invitations.email'),
      cell: (row) => <Address>{row.email}</Address>,
      csv: (row) => row.email,
    },
    {
      name: 'state',
      header: t('people:invitations.stateLabel'),
      isPlain: true,
      cell: (row) => <Badge look={looks[row.state]}>{t(`people:invitations.state.${row.state}`)}</Badge>,
      csv: (row) => t(`people:invitations.state.${row.state}`),
    },
    {
      name: 'role',
      header: t('people:invitations.role'),
      isPlain: true,
      cell: (row) => t(`common:role.${row.role}`),
      csv: (row) => t(`common:role.${row.role}`),
    },
    {
      name: 'organisation',
      header: t('people:invitations.organisation'),
      cell: (row) => (row.organisation ? <Own>{row.organisation}</Own> : <Missing />),
      csv: (row) => row.organisation,
    },
    {
      name: 'sentAt',
      header: t('people:invitations.sentAt'),
      sort: 'sent',
      day: (row) => todayIn(timeZone, new Date(row.sentAt)),
      csv: (row) => row.sentAt,
    },
    {
      name: 'expiresAt',
      header: t('people:invitations.expiresAt'),
      day: (row) => todayIn(timeZone, new Date(row.expiresAt)),
      csv: (row) => row.expiresAt,
    },
    { name: 'invitedBy', header: t('people:invitations.invitedBy'), csv: (row) => row.invitedBy },
  ]
}

interface StepsProps {
  readonly invitation: Invitation
  readonly isBusy: boolean
  readonly onResend: () => void
  readonly onRevoke: () => void
}

function Steps({ invitation: { displayName, state }, isBusy, onResend, onRevoke }: StepsProps) {
  const { t } = useWords()
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        variant="light"
        disabled={isBusy}
        aria-label={t('people:invitations.resendLabel', { name: displayName })}
        onClick={onResend}
      >
        {t('people:invitations.resend')}
      </Button>
      {state === 'open' && (
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={isBusy}
          aria-label={t('people:invitations.revokeLabel', { name: displayName })}
          onClick={onRevoke}
        >
          {t('people:invitations.revoke')}
        </Button>
      )}
    </Group>
  )
}
