import { Button } from '@mantine/core'
import { useState } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { useWords } from '../words/words.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useKeepReceipts } from './finances.queries.ts'
import classes from './keep-receipts.module.css'
import '../words/of/finances.ts'

/** Says that nothing is known of what arrives, and how that can change. */
export function KeepReceipts() {
  const { t } = useWords()
  const { id } = useCommunity()
  const may = useMay()
  const announce = useAnnounce()
  const keep = useKeepReceipts(id)
  const [isAsking, setAsking] = useState(false)
  return (
    <div className={classes.note}>
      <p>{t('finances:receiptsNotKept')}</p>
      {may('finances:edit') && (
        <Button size="sm" variant="default" onClick={() => setAsking(true)} data-no-print>
          {t('finances:keep.action')}
        </Button>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('finances:keep.title')}
          lead={t('finances:keep.lead')}
          action={t('finances:keep.action')}
          error={keep.error}
          isSending={keep.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() =>
            keep.mutate(undefined, {
              onSuccess: () => {
                announce(t('finances:keep.done'))
                setAsking(false)
              },
            })
          }
        />
      )}
    </div>
  )
}
