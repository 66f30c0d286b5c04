import type { CommunitySettings, SettingsEdit } from '@commonweal/contracts/communities'
import { sectors, type Sector } from '@commonweal/domain/partners/sectors'
import { Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Radio.layer.css'
import { useState } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { Section } from '../ui/section.tsx'
import { useWords } from '../words/words.tsx'
import { useEditSettings } from './communities.queries.ts'
import classes from './settings-form.module.css'
import '../words/of/common.ts'
import '../words/of/communities.ts'
import '../words/of/partners.ts'

const answers = ['yes', 'no', 'unsaid'] as const
type Answer = (typeof answers)[number]

/** What the community wants, as far as its signs are read by it, how far its records go, and whether it closes. */
export function SettingsForm({ settings }: { readonly settings: CommunitySettings }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const mayEdit = useMay()('communities:edit')
  const edit = useEditSettings(useCommunity().id)
  const [core, setCore] = useState<readonly Sector[]>(settings.coreSectors ?? [])
  const [independence, setIndependence] = useState<Answer>(answerOf(settings.wantsIndependence))
  const [completeThrough, setCompleteThrough] = useState(settings.dataCompleteThrough ?? '')
  const [closingSince, setClosingSince] = useState(settings.closingSince ?? '')
  const [closingReason, setClosingReason] = useState(settings.closingReason ?? '')

  function send() {
    // No sector chosen where none was chosen before still says nothing.
    const coreSectors = core.length === 0 && settings.coreSectors === null ? null : [...core]
    const closing = { closingSince: closingSince || null, closingReason: closingReason.trim() || null }
    const dataCompleteThrough = completeThrough || null
    const body: SettingsEdit = {
      coreSectors,
      wantsIndependence: wantsOf(independence),
      dataCompleteThrough,
      ...closing,
    }
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
        <fieldset className={classes.whole} disabled={!mayEdit}>
          <Stack>
            <FormProblem error={edit.error} />
            <Checkbox.Group
              size="md"
              label={t('communities:settings.coreSectors')}
              description={t('communities:settings.coreSectorsHint')}
              value={[...core]}
              onChange={(chosen) => setCore(sectors.filter((sector) => chosen.includes(sector)))}
            >
              <div className={classes.choices}>
                {sectors.map((sector) => (
                  <Checkbox key={sector} value={sector} label={t(`partners:sector.${sector}`)} />
                ))}
              </div>
            </Checkbox.Group>
            <Radio.Group
              size="md"
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
            <TextInput
              type="date"
              classNames={{ wrapper: classes.day }}
              label={t('communities:settings.completeThrough')}
              description={t('communities:settings.completeThroughHint')}
              value={completeThrough}
              onChange={(event) => setCompleteThrough(event.currentTarget.value)}
            />
            <fieldset className={classes.closing}>
              <legend>{t('communities:settings.closing')}</legend>
              <p>{t('communities:settings.closingHint')}</p>
              <Stack>
                <TextInput
                  type="date"
                  classNames={{ wrapper: classes.day }}
                  label={t('communities:settings.closingSince')}
                  description={t('communities:settings.closingSinceHint')}
                  value={closingSince}
                  onChange={(event) => setClosingSince(event.currentTarget.value)}
                />
                {closingSince && (
                  <Textarea
                    rows={2}
                    maxLength={4000}
                    label={t('communities:settings.closingReason')}
                    description={t('communities:settings.closingReasonHint')}
                    value={closingReason}
                    onChange={(event) => setClosingReason(event.currentTarget.value)}
                  />
                )}
              </Stack>
            </fieldset>
            {mayEdit ? (
              <Group>
                <Button type="submit" loading={edit.isPending}>
                  {t('common:save')}
                </Button>
              </Group>
            ) : (
              <p className={classes.hint}>{t('communities:settings.stewardsOnly')}</p>
            )}
          </Stack>
        </fieldset>
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
