import type { ReserveRow } from '@commonweal/contracts/finances'
import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { sayMoney } from '../money/money.ts'
import { useCommunity } from '../session/community.tsx'
import { sayDay } from '../time/days.ts'
import { useAnnounce } from '../ui/announcements.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { useRemoveReserve } from './finances.queries.ts'
import { ReserveDialog } from './reserve-dialog.tsx'
import '../words/of/finances.ts'

export interface ReserveChanges {
  readonly add: () => void
  readonly stepsOf: (reserve: ReserveRow) => ReactNode
  readonly dialogs: ReactNode
}

/** To count the reserve, or to take a count away: what a list of them offers, for whoever may. */
export function useReserveChanges(): ReserveChanges {
  const { t, locale } = useWords()
  const announce = useAnnounce()
  const remove = useRemoveReserve(useCommunity().id)
  const [isCounting, setCounting] = useState(false)
  const [leaving, setLeaving] = useState<ReserveRow | null>(null)
  const say = ({ amountMinor, currency }: ReserveRow) => sayMoney(amountMinor, currency, locale)
  return {
    add: () => setCounting(true),
    stepsOf: (reserve) => (
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('finances:removeOne', { name: say(reserve) })}
        onClick={() => setLeaving(reserve)}
        data-no-print
      >
        {t('finances:remove')}
      </Button>
    ),
    dialogs: (
      <>
        {isCounting && <ReserveDialog onClose={() => setCounting(false)} />}
        {leaving && (
          <ConfirmDialog
            title={t('finances:reserves.removeTitle')}
            lead={t('finances:reserves.removeLead', { amount: say(leaving), day: sayDay(leaving.on, locale) })}
            action={t('finances:remove')}
            error={remove.error}
            isSending={remove.isPending}
            onClose={() => setLeaving(null)}
            onConfirm={() =>
              remove.mutate(leaving.id, {
                onSuccess: () => {
                  announce(t('finances:reserves.removed'))
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
