import type { Capacity } from '@commonweal/domain/people/person'
import { roles, type Role } from '@commonweal/domain/access/permissions'
import { capacities } from '@commonweal/domain/people/person'
import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { faultOfEmail } from '../ui/email.ts'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useInvitePerson } from './invitations.queries.ts'
import '../words/of/common.ts'
import '../words/of/people.ts'

const fieldOfProblem = {
  'already-invited': 'email',
  'already-here': 'email',
  'organisation-unknown': 'organisationId',
} as const

interface Chosen {
  readonly id: string
  readonly name: string
}

interface Props {
  /** For which one the person shall act, where that is known. */
  readonly organisation?: Chosen
  readonly onClose: () => void
  /** A field to choose an organisation with; the page lends it. */
  readonly organisationField: (props: {
    readonly label: string
    readonly description: string
    readonly value: Chosen | null
    readonly onChange: (value: Chosen | null) => void
    readonly error?: ReactNode
  }) => ReactNode
}

export function InviteDialog({ organisation: actsFor, onClose, organisationField }: Props) {
  const { t } = useWords()
  const { id } = useCommunity()
  const announce = useAnnounce()
  const invite = useInvitePerson(id)
  const form = useForm({
    initialValues: {
      email: '',
      displayName: '',
      role: 'member' as Role,
      organisationId: actsFor?.id ?? '',
      organisation: actsFor?.name ?? '',
      capacity: 'partner' as Capacity,
    },
    validate: {
      email: (value) => faultOfEmail(t, value),
      displayName: (value) => (value.trim() ? null : t('common:form.field.required')),
    },
  })
  const { organisationId, organisation, role: chosenRole } = form.values
  const send = form.onSubmit(({ email, displayName, role, capacity }) =>
    invite.mutate(
      {
        email: email.trim(),
        displayName: displayName.trim(),
        role,
        organisationId: organisationId || null,
        capacity: organisationId ? capacity : null,
      },
      {
        onSuccess: (sent) => {
          announce(t('people:invitations.sent', { name: sent.displayName }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )
  return (
    <FormDialog
      title={t('people:invitations.invite')}
      lead={t('people:invitations.inviteBody')}
      error={invite.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={invite.isPending}
      action={t('people:invitations.send')}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={200}
        autoComplete="off"
        label={t('people:invitations.name')}
        {...form.getInputProps('displayName')}
      />
      <TextInput
        type="email"
        required
        maxLength={254}
        autoComplete="off"
        label={t('people:invitations.email')}
        {...form.getInputProps('email')}
      />
      <NativeSelect
        label={t('people:invitations.role')}
        description={t(`people:roleMeans.${chosenRole}`)}
        data={roles.map((value) => ({ value, label: t(`common:role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      {organisationField({
        label: t('people:invitations.organisation'),
        description: t('people:invitations.organisationHint'),
        value: organisationId ? { id: organisationId, name: organisation } : null,
        onChange: (chosen) => form.setValues({ organisationId: chosen?.id ?? '', organisation: chosen?.name ?? '' }),
        error: form.errors['organisationId'],
      })}
      {organisationId && (
        <NativeSelect
          label={t('people:field.capacity')}
          data={capacities.map((value) => ({ value, label: t(`common:capacity.${value}`) }))}
          {...form.getInputProps('capacity')}
        />
      )}
    </FormDialog>
  )
}
