import type { Pledge } from '@commonweal/contracts/pledges'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Amount } from '../money/amount.tsx'
import { useMay } from '../session/community.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { Day } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'
import '../words/of/pledges.ts'

type Receipt = Pledge['receipts'][number]

/** What arrived of a pledge, the latest first, and the way to say more of it. */
export function ReceiptsPanel({ pledge, receivers }: { pledge: Pledge; receivers: readonly string[] }) {
  const { t } = useWords()
  const may = useMay()
  const [opened, setOpened] = useState<Receipt | 'new' | null>(null)
  const { currency, unit } = pledge
  const mayReceive = may('pledges:receive', receivers)
  return (
    <Section
      title={t('pledges:receipts')}
      actions={
        mayReceive && (
          <Button size="sm" variant="light" onClick={() => setOpened('new')}>
            {t('pledges:receipt.action')}
          </Button>
        )
      }
    >
      <Rows
        empty={t(pledge.isReceiptsKnown ? 'pledges:noReceipts' : 'pledges:receiptsNotKept')}
        rows={pledge.receipts
          .toSorted((one, other) => (one.receivedOn < other.receivedOn ? 1 : -1))
          .map((one) => ({
            key: one.id,
            title: <Amount of={{ ...one, currency, unit }} />,
            detail: (
              <>
                {(one.amountMinor ?? one.quantity ?? 0) < 0 ? t('pledges:handedBack') : t('pledges:arrived')}{' '}
                <Day day={one.receivedOn} />
              </>
            ),
            action: mayReceive && (
              <Button size="compact-sm" variant="subtle" onClick={() => setOpened(one)} data-no-print>
                {t('pledges:receipt.correct')}
              </Button>
            ),
          }))}
      />
      {opened && (
        <ReceiptDialog pledge={pledge} receipt={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </Section>
  )
}
