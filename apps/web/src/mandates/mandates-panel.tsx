import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity, useMay } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Day, Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { MandateDialog } from './mandate-dialog.tsx'
import classes from './mandates-panel.module.css'
import { useRemoveMandate, type KnownMandate } from './mandates.queries.ts'
import '../words/of/common.ts'
import '../words/of/mandates.ts'

interface Props {
  readonly partnerId: string
  readonly mandates: readonly KnownMandate[]
}

/** When those who lead a public body change; stewards keep the days. */
export function MandatesPanel({ partnerId, mandates }: Props) {
  const { t } = useWords()
  const mayEdit = useMay()('mandates:edit')
  const [isAdding, setAdding] = useState(false)
  const [editing, setEditing] = useState<KnownMandate | null>(null)
  const [leaving, setLeaving] = useState<KnownMandate | null>(null)
  return (
    <Section
      title={t('mandates:title')}
      actions={
        mayEdit && (
          <Button size="sm" variant="light" onClick={() => setAdding(true)}>
            {t('mandates:add')}
          </Button>
        )
      }
    >
      <Rows
        empty={t('mandates:empty')}
        rows={mandates.map((one) => ({
          key: one.id,
          title: <Own>{one.label}</Own>,
          detail: <Day day={one.endsOn} />,
          action: mayEdit && (
            <Group gap="xs" data-no-print>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('mandates:editOne', { label: one.label })}
                onClick={() => setEditing(one)}
              >
                {t('mandates:change')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('mandates:removeOne', { label: one.label })}
                onClick={() => setLeaving(one)}
              >
                {t('mandates:remove')}
              </Button>
            </Group>
          ),
        }))}
      />
      <p className={classes.all} data-no-print>
        <CommunityLink place="partners/mandates">{t('mandates:all')}</CommunityLink>
      </p>
      {isAdding && <MandateDialog partnerId={partnerId} mandate={null} onClose={() => setAdding(false)} />}
      {editing && <MandateDialog partnerId={partnerId} mandate={editing} onClose={() => setEditing(null)} />}
      {leaving && <RemoveMandate mandate={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  )
}

function RemoveMandate({ mandate, onClose }: { readonly mandate: KnownMandate; readonly onClose: () => void }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const remove = useRemoveMandate(useCommunity().id)
  return (
    <Dialog
      title={t('mandates:removeTitle')}
      lead={t('mandates:removeLead', { label: mandate.label })}
      onClose={onClose}
    >
      <FormProblem error={remove.error} />
      <Group justify="end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common:cancel')}
        </Button>
        <Button
          color="red"
          loading={remove.isPending}
          onClick={() =>
            remove.mutate(mandate.id, {
              onSuccess: () => {
                announce(t('mandates:removed'))
                onClose()
              },
            })
          }
        >
          {t('mandates:remove')}
        </Button>
      </Group>
    </Dialog>
  )
}
