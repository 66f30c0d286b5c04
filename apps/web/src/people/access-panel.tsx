import type { Person } from '@commonweal/contracts/people'
import { roles, type Role } from '@commonweal/domain/access/permissions'
import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Facts } from '../ui/facts.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { Section } from '../ui/section.tsx'
import { Missing, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { useGiveRole, useReadmitPerson } from './people.queries.ts'
import { SuspendDialog } from './suspend-dialog.tsx'
import '../words/of/people.ts'

/** Role and access of a person; a change acts at once. */
export function AccessPanel({ person }: { person: Person }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const announce = useAnnounce()
  const give = useGiveRole(id, person.id)
  const readmit = useReadmitPerson(id, person.id)
  const [chosen, setChosen] = useState<Role | 'none'>(person.role ?? 'none')
  const [isSuspending, setSuspending] = useState(false)
  const name = person.displayName
  const access = person.isSuspended ? 'suspended' : person.hasAccount ? 'open' : 'none'

  const changeRole = () =>
    give.mutate(chosen === 'none' ? null : chosen, {
      onSuccess: ({ role }) => announce(t('people:access.changed', { name, role: t(`common:role.${role ?? 'none'}`) })),
    })

  return (
    <Section
      title={t('people:access.title')}
      actions={
        person.isSuspended ? (
          <Button
            size="sm"
            variant="light"
            loading={readmit.isPending}
            onClick={() =>
              readmit.mutate(undefined, { onSuccess: () => announce(t('people:access.readmitted', { name })) })
            }
          >
            {t('people:access.readmit')}
          </Button>
        ) : (
          <Button size="sm" variant="default" onClick={() => setSuspending(true)}>
            {t('people:access.suspend')}
          </Button>
        )
      }
    >
      <FormProblem error={give.error ?? readmit.error} />
      <Facts
        items={[
          { label: t('people:field.email'), value: person.email ? <Own>{person.email}</Own> : <Missing /> },
          { label: t('people:field.access'), value: t(`people:access.${access}`) },
        ]}
      />
      <Group align="end" mt="md">
        <NativeSelect
          label={t('people:field.role')}
          description={chosen === 'none' ? t('people:access.changeBody') : t(`people:roleMeans.${chosen}`)}
          value={chosen}
          data={([...roles, 'none'] as const).map((value) => ({ value, label: t(`common:role.${value}`) }))}
          onChange={(event) => setChosen(event.currentTarget.value as Role | 'none')}
        />
        <Button
          variant="default"
          loading={give.isPending}
          disabled={chosen === (person.role ?? 'none')}
          onClick={changeRole}
        >
          {t('people:access.change')}
        </Button>
      </Group>
      {isSuspending && <SuspendDialog person={person} onClose={() => setSuspending(false)} />}
    </Section>
  )
}
