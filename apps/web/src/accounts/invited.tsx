import type { Me } from '@commonweal/contracts/access'
import type { InvitationSeen } from '@commonweal/contracts/invitations'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type * as Type from 'typebox'
import { isProblem } from '../http/problem-error.ts'
import { SignInForm } from '../session/sign-in-form.tsx'
import { useSignOut } from '../session/session.queries.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { Faces } from '../ui/faces.tsx'
import { Facts } from '../ui/facts.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormProblem } from '../ui/form-problem.tsx'
import { Address, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { AccountPage } from './account-page.tsx'
import { invitationSeen, useAcceptAsNew, useAcceptInvitation } from './accounts.queries.ts'
import classes from './invited.module.css'
import { faultOfPassword, NewPasswordField, passwordProblemsAt } from './password-field.tsx'
import '../words/of/accounts.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'
import '../words/of/session.ts'

const fieldOfProblem = passwordProblemsAt('password')

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
  const [isUsedMeanwhile, setIsUsedMeanwhile] = useState(false)
  const [hasSignedIn, setHasSignedIn] = useState(false)
  const isDead = isUsedMeanwhile || isProblem(query.error, 'link-not-valid')
  const seen = isDead ? undefined : query.data
  const onRefused = (error: unknown) => setIsUsedMeanwhile(isProblem(error, 'link-not-valid'))
  return (
    <AccountPage
      title={seen ? t('accounts:invitation.title', { community: seen.community }) : t('accounts:invitation.plainTitle')}
      foot={
        me ? (
          <Link to="/">{t('accounts:mine.back')}</Link>
        ) : (
          (token === null || isDead) && <Link to="/sign-in">{t('accounts:toSignIn')}</Link>
        )
      }
    >
      {token === null || isDead ? (
        <p role="alert">
          {token === null
            ? t('accounts:noToken')
            : `${t('accounts:invitation.dead')} ${t(me ? 'accounts:invitation.againSignedIn' : 'accounts:invitation.again')}`}
        </p>
      ) : (
        <Faces query={query}>
          {(invitation) => {
            const accept = { token, seen: invitation, onDone, onRefused }
            return (
              <>
                <WhatFor seen={invitation} />
                {me && <AcceptSignedIn {...accept} me={me} isNext={hasSignedIn} />}
                {!me && invitation.hasAccount && (
                  <SignInFirst token={token} email={invitation.email} onDone={() => setHasSignedIn(true)} />
                )}
                {!me && !invitation.hasAccount && <AcceptAsNew {...accept} />}
              </>
            )
          }}
        </Faces>
      )}
    </AccountPage>
  )
}

/** Who is invited, as what, and on whose behalf. */
function WhatFor({ seen: { email, role, organisation } }: { seen: Seen }) {
  const { t } = useWords()
  return (
    <div className={classes.what}>
      <Facts
        items={[
          { label: t('accounts:invitation.to'), value: <Address>{email}</Address> },
          organisation !== null && { label: t('accounts:invitation.organisation'), value: <Own>{organisation}</Own> },
          {
            label: t('accounts:invitation.role'),
            value: (
              <>
                {t(`common:role.${role}`)}
                <small className={classes.means}>{t(`people:roleMeans.${role}`)}</small>
              </>
            ),
          },
        ]}
      />
    </div>
  )
}

/** Signs in on the spot: neither the invitation nor the address has to travel to another page. */
function SignInFirst({ token, email, onDone }: { token: string; email: string; onDone: () => void }) {
  const { t } = useWords()
  const router = useRouter()
  return (
    <>
      <p>{t('accounts:invitation.signInFirst')}</p>
      <SignInForm
        email={email}
        onDone={() => {
          onDone()
          void router.invalidate()
        }}
      />
      <p>
        <Link to="/forgotten" hash={token}>
          {t('session:forgotten')}
        </Link>
      </p>
    </>
  )
}

interface AcceptProps {
  readonly token: string
  readonly seen: Seen
  readonly onDone: (slug?: string) => void
  readonly onRefused: (error: unknown) => void
}

interface SignedInProps extends AcceptProps {
  readonly me: Me
  /** Whether to join is what comes next after signing in here. */
  readonly isNext: boolean
}

function AcceptSignedIn({ token, seen, me, isNext, onDone, onRefused }: SignedInProps) {
  const { t } = useWords()
  const announce = useAnnounce()
  const accept = useAcceptInvitation(token)
  const signOut = useSignOut()
  const router = useRouter()
  const next = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isNext) next.current?.focus()
  }, [isNext])
  const { email } = me.account
  if (email.toLowerCase() !== seen.email.toLowerCase()) {
    return (
      <>
        <p role="alert">{t('accounts:invitation.other', { email })}</p>
        <Button
          ref={next}
          loading={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSettled: () => void router.invalidate() })}
        >
          {t('session:signOut')}
        </Button>
      </>
    )
  }
  return (
    <>
      <p>{t('accounts:invitation.acceptAs', { email })}</p>
      <FormProblem error={accept.error} />
      <Button
        ref={next}
        loading={accept.isPending}
        onClick={() =>
          accept.mutate(undefined, {
            onSuccess: ({ slug }) => {
              announce(t('accounts:invitation.done', { community: seen.community }))
              onDone(slug)
            },
            onError: onRefused,
          })
        }
      >
        {t('accounts:invitation.accept', { community: seen.community })}
      </Button>
    </>
  )
}

function AcceptAsNew({ token, seen, onDone, onRefused }: AcceptProps) {
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
            onError: (error) => {
              form.setErrors(errorsByField(t, error, fieldOfProblem))
              onRefused(error)
            },
          },
        ),
      )}
    >
      <FormProblem error={accept.error} atFields={fieldOfProblem} />
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
