import type { CostRow } from '@commonweal/contracts/finances'
import { Button, Group } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import type { ThingField } from '../ui/search-picker.tsx'
import { useWords } from '../words/words.tsx'
import { CostDialog } from './cost-dialog.tsx'
import { useRemoveCost } from './finances.queries.ts'
import '../words/of/finances.ts'

export interface CostChanges {
  readonly add: () => void
  readonly stepsOf: (cost: CostRow) => ReactNode
  readonly dialogs: ReactNode
}

/** To add a cost, put one right, or take one away: what a list of them offers, for whoever may. */
export function useCostChanges(initiativeField: ThingField): CostChanges {
  const { t } = useWords()
  const announce = useAnnounce()
  const remove = useRemoveCost(useCommunity().id)
  const [opened, setOpened] = useState<CostRow | 'new' | null>(null)
  const [leaving, setLeaving] = useState<CostRow | null>(null)
  return {
    add: () => setOpened('new'),
    stepsOf: (cost) => (
      <Group gap="xs" data-no-print>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('finances:editOne', { name: cost.label })}
          onClick={() => setOpened(cost)}
        >
          {t('finances:edit')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('finances:removeOne', { name: cost.label })}
          onClick={() => setLeaving(cost)}
        >
          {t('finances:remove')}
        </Button>
      </Group>
    ),
    dialogs: (
      <>
        {opened && (
          <CostDialog
            cost={opened === 'new' ? null : opened}
            initiativeField={initiativeField}
            onClose={() => setOpened(null)}
          />
        )}
        {leaving && (
          <ConfirmDialog
            title={t('finances:costs.removeTitle')}
            lead={t('finances:costs.removeLead', { label: leaving.label })}
            action={t('finances:remove')}
            error={remove.error}
            isSending={remove.isPending}
            onClose={() => setLeaving(null)}
            onConfirm={() =>
              remove.mutate(leaving.id, {
                onSuccess: () => {
                  announce(t('finances:costs.removed'))
                  setLeaving(null)
                },
              })
            }
          />
        )}
      </>
    ),
  }
}
