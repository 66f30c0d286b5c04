import type { Initiative } from '@commonweal/contracts/initiatives'
import { participationRoles, type ParticipationRole } from '@commonweal/domain/initiatives/initiative'
import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { errorsByField } from '../ui/form-errors.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { Own } from '../ui/shown.tsx'
import type { PickerField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { useJoinInitiative } from './initiatives.queries.ts'
import '../words/of/common.ts'
import '../words/of/initiatives.ts'

const fieldOfProblem = {
  'organisation-unknown': 'organisationId',
  'already-taking-part': 'organisationId',
  'not-your-organisation': 'organisationId',
  'dates-in-wrong-order': 'from',
  'initiative-ended': 'from',
} as const

interface Props {
  readonly initiative: Initiative
  readonly partnerField: PickerField
  readonly onClose: () => void
}

/** A partner takes part, in a role, from a day. */
export function JoinDialog({ initiative, partnerField, onClose }: Props) {
  const { t } = useWords()
  const community = useCommunity()
  const today = useToday()
  const announce = useAnnounce()
  const join = useJoinInitiative(community.id, initiative.id)
  const [own] = community.organisations
  const isOwn = !useMay()('initiatives:take-part', [])
  const form = useForm({
    initialValues: {
      organisationId: isOwn ? (own?.id ?? '') : '',
      name: isOwn ? (own?.name ?? '') : '',
      role: 'contributor' as ParticipationRole,
      from: today,
    },
    validate: { organisationId: (value) => (value ? null : t('common:form.field.choice')) },
  })
  const { organisationId, name } = form.values

  const send = form.onSubmit(({ role, from }) =>
    join.mutate(
      { organisationId, role, from: from || null },
      {
        onSuccess: () => {
          announce(t('initiatives:partners.added', { name }))
          onClose()
        },
        onError: (error) => form.setErrors(errorsByField(t, error, fieldOfProblem)),
      },
    ),
  )

  return (
    <FormDialog
      title={t('initiatives:partners.addTitle')}
      lead={<Own>{initiative.title}</Own>}
      error={join.error}
      atFields={fieldOfProblem}
      onSubmit={send}
      isSending={join.isPending}
      action={t('initiatives:partners.add')}
      onClose={onClose}
    >
      {partnerField({
        label: t('initiatives:partners.partner'),
        isRequired: true,
        value: organisationId ? { id: organisationId, name } : null,
        onChange: (chosen) => form.setValues({ organisationId: chosen?.id ?? '', name: chosen?.name ?? '' }),
        error: form.errors['organisationId'],
      })}
      <NativeSelect
        required
        label={t('initiatives:partners.role')}
        data={participationRoles.map((value) => ({ value, label: t(`initiatives:participationRole.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <TextInput type="date" label={t('initiatives:partners.from')} {...form.getInputProps('from')} />
    </FormDialog>
  )
}
