import type { CommunitySettings, SettingsEdit } from '@commonweal/contracts/communities'
import { sectors, type Sector } from '@commonweal/domain/partners/sectors'
import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { useEditSettings } from './communities.queries.ts'
import '../words/of/common.ts'
import '../words/of/communities.ts'
import '../words/of/partners.ts'

const answers = ['yes', 'no', 'unsaid'] as const
type Answer = (typeof answers)[number]

/** What the community wants, as far as its signs are read by it. */
export function SettingsForm({ settings }: { readonly settings: CommunitySettings }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const edit = useEditSettings(useCommunity().id)
  const [core, setCore] = useState<readonly Sector[]>(settings.coreSectors ?? [])
  const [independence, setIndependence] = useState<Answer>(answerOf(settings.wantsIndependence))

  function send() {
    // No sector chosen where none was chosen before still says nothing.
    const coreSectors = core.length === 0 && settings.coreSectors === null ? null : [...core]
    const body: SettingsEdit = { coreSectors, wantsIndependence: wantsOf(independence) }
    edit.mutate({ body, revision: settings.revision }, { onSuccess: () => announce(t('communities:settings.done')) })
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Section title={t('communities:settings.signs')}>
        <Stack>
          <FormProblem error={edit.error} />
          <Checkbox.Group
            label={t('communities:settings.coreSectors')}
            description={t('communities:settings.coreSectorsHint')}
            value={[...core]}
            onChange={(chosen) => setCore(sectors.filter((sector) => chosen.includes(sector)))}
          >
            <Group gap="sm" mt="xs">
              {sectors.map((sector) => (
                <Checkbox key={sector} value={sector} label={t(`partners:sector.${sector}`)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Radio.Group
            label={t('communities:settings.independence')}
            description={t('communities:settings.independenceHint')}
            value={independence}
            onChange={(chosen) => setIndependence(chosen as Answer)}
          >
            <Stack gap="xs" mt="xs">
              {answers.map((one) => (
                <Radio key={one} value={one} label={t(`communities:settings.answer.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <Group>
            <Button type="submit" loading={edit.isPending}>
              {t('common:save')}
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  )
}

function answerOf(wants: boolean | null): Answer {
  return wants === null ? 'unsaid' : wants ? 'yes' : 'no'
}

function wantsOf(answer: Answer): boolean | null {
  return answer === 'unsaid' ? null : answer === 'yes'
}
