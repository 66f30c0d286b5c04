import type { Invitation } from '@commonweal/contracts/invitations'
import { Button, Group } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconClockOff, IconMail } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Badge, type Look } from '../ui/badge.tsx'
import { Empty, Faces } from '../ui/faces.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { ListTable } from '../ui/list-table.tsx'
import { Address, Instant, Missing, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { invitationsPages, useResendInvitation, useRevokeInvitation } from './invitations.queries.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'

const looks: Record<Invitation['state'], Look> = {
  open: { tone: 'news', Sign: IconMail },
  accepted: { tone: 'good', Sign: IconCircleCheck },
  revoked: { tone: 'quiet', Sign: IconCircleX },
  expired: { tone: 'watch', Sign: IconClockOff },
}

/** Who was invited and what became of it; open ones can be sent again or taken back. */
export function InvitationList({ inviteAction }: { inviteAction: ReactNode }) {
  const { t } = useWords()
  const { id, timezone } = useCommunity()
  const announce = useAnnounce()
  const query = useInfiniteQuery(invitationsPages(id))
  const resend = useResendInvitation(id)
  const revoke = useRevokeInvitation(id)
  const isBusy = resend.isPending || revoke.isPending
  return (
    <>
      <FormProblem error={resend.error ?? revoke.error} />
      <Faces query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0) {
            return (
              <Empty
                title={t('people:invitations.empty.title')}
                body={t('people:invitations.empty.body')}
                action={inviteAction}
              />
            )
          }
          return (
            <ListTable
              label={t('people:invitations.title')}
              rows={rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  name: 'name',
                  header: t('people:invitations.name'),
                  cell: (row) => <Own>{row.displayName}</Own>,
                },
                { name: 'email', header: t('people:invitations.email'), cell: (row) => <Address>{row.email}</Address> },
                {
                  name: 'state',
                  header: t('people:field.access'),
                  isPlain: true,
                  cell: (row) => <Badge look={looks[row.state]}>{t(`people:invitations.state.${row.state}`)}</Badge>,
                },
                {
                  name: 'role',
                  header: t('people:invitations.role'),
                  isPlain: true,
                  cell: (row) => t(`common:role.${row.role}`),
                },
                {
                  name: 'organisation',
                  header: t('people:invitations.organisation'),
                  cell: (row) => (row.organisation ? <Own>{row.organisation}</Own> : <Missing />),
                },
                {
                  name: 'sentAt',
                  header: t('people:invitations.sentAt'),
                  cell: (row) => <Instant at={row.sentAt} timeZone={timezone} />,
                },
                {
                  name: 'expiresAt',
                  header: t('people:invitations.expiresAt'),
                  cell: (row) => <Instant at={row.expiresAt} timeZone={timezone} />,
                },
                {
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
                },
              ]}
            />
          )
        }}
      </Faces>
      {query.hasNextPage && (
        <Button mt="md" variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:list.more')}
        </Button>
      )}
    </>
  )
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
