import type { Me } from '@commonweal/contracts/access'
import type { InvitationSeen } from '@commonweal/contracts/invitations'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type * as Type from 'typebox'
import { isProblem } from '../http/problem-error.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { Faces } from '../ui/faces.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { invitationSeen, useAcceptAsNew, useAcceptInvitation } from './accounts.queries.ts'
import { faultOfPassword, NewPasswordField, passwordProblemsAt } from './password-field.tsx'
import '../words/of/accounts.ts'
import '../words/of/common.ts'
import '../words/of/problems.ts'

type Seen = Type.Static<typeof InvitationSeen>

interface Props {
  readonly token: string | null
  /** Who is signed in, or null. */
  readonly me: Me | null
  readonly onDone: (slug?: string) => void
}

/** What an invitation stands for, and the way in: with the account one has, or with a new one. */
export function Invited({ token, me, onDone }: Props) {
  const { t } = useWords()
  const query = useQuery({ ...invitationSeen(token ?? ''), enabled: token !== null })
  const seen = query.data
  const isUsedUp = isProblem(query.error, 'link-not-valid')
  return (
    <AccountPage
      title={seen ? t('accounts:invitation.title', { community: seen.community }) : t('accounts:invitation.plainTitle')}
      lead={seen && sayRole(t, seen)}
      foot={<Link to="/">{t('accounts:mine.back')}</Link>}
    >
      {token === null || isUsedUp ? (
        <p role="alert">
          {token === null ? t('accounts:noToken') : `${t('problems:link-not-valid')} ${t('accounts:invitation.again')}`}
        </p>
      ) : (
        <Faces query={query}>
          {(invitation) => {
            if (me) return <AcceptSignedIn token={token} seen={invitation} me={me} onDone={onDone} />
            return invitation.hasAccount ? (
              <SignInFirst token={token} />
            ) : (
              <AcceptAsNew token={token} seen={invitation} onDone={onDone} />
            )
          }}
        </Faces>
      )}
    </AccountPage>
  )
}

function sayRole(t: ReturnType<typeof useWords>['t'], { role, organisation }: Seen): string {
  const said = t(`common:role.${role}`)
  return organisation
    ? t('accounts:invitation.asRoleFor', { role: said, organisation })
    : t('accounts:invitation.asRole', { role: said })
}

function SignInFirst({ token }: { token: string }) {
  const { t } = useWords()
  return (
    <>
      <p>{t('accounts:invitation.signInFirst')}</p>
      <LinkButton to="/sign-in" search={{ back: `/invitation#${token}` }}>
        {t('accounts:toSignIn')}
      </LinkButton>
    </>
  )
}

interface AcceptProps {
  readonly token: string
  readonly seen: Seen
  readonly onDone: (slug?: string) => void
}

function AcceptSignedIn({ token, seen, me, onDone }: AcceptProps & { readonly me: Me }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const accept = useAcceptInvitation(token)
  const { email } = me.account
  if (email.toLowerCase() !== seen.email.toLowerCase()) {
    return (
      <>
        <p>{t('accounts:invitation.to', { email: seen.email })}</p>
        <p role="alert">{t('accounts:invitation.other', { email })}</p>
      </>
    )
  }
  return (
    <>
      <p>{t('accounts:invitation.acceptAs', { email })}</p>
      <FormProblem error={accept.error} />
      <Button
        loading={accept.isPending}
        onClick={() =>
          accept.mutate(undefined, {
            onSuccess: ({ slug }) => {
              announce(t('accounts:invitation.done', { community: seen.community }))
              onDone(slug)
            },
          })
        }
      >
        {t('accounts:invitation.accept', { community: seen.community })}
      </Button>
    </>
  )
}

function AcceptAsNew({ token, seen, onDone }: AcceptProps) {
  const { t } = useWords()
  const announce = useAnnounce()
  const accept = useAcceptAsNew(token)
  const form = useForm({
    initialValues: { displayName: seen.displayName, password: '' },
    validate: {
      displayName: (value) => (value.trim() ? null : t('common:form.field.required')),
      password: (value) => faultOfPassword(t, value),
    },
  })
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ displayName, password }) =>
        accept.mutate(
          { displayName: displayName.trim(), password },
          {
            onSuccess: () => {
              announce(t('accounts:invitation.done', { community: seen.community }))
              onDone()
            },
            onError: (error) => form.setErrors(errorsByField(t, error, passwordProblemsAt('password'))),
          },
        ),
      )}
    >
      <p>{t('accounts:invitation.to', { email: seen.email })}</p>
      <FormProblem error={accept.error} />
      <input type="email" name="email" autoComplete="username" value={seen.email} readOnly hidden />
      <TextInput
        required
        autoComplete="name"
        maxLength={200}
        label={t('accounts:name')}
        {...form.getInputProps('displayName')}
      />
      <NewPasswordField label={t('accounts:password')} {...form.getInputProps('password')} />
      <Button type="submit" loading={accept.isPending}>
        {t('accounts:invitation.newSubmit')}
      </Button>
    </form>
  )
}
