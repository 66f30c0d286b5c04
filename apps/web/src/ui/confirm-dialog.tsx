import { Button, Group } from '@mantine/core'
import { Dialog } from './dialog.tsx'
import { FormProblem } from './form-problem.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/common.ts'

interface Props {
  readonly title: string
  readonly lead: string
  readonly action: string
  readonly error: unknown
  readonly isSending: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks once more before something is taken away or cannot be undone. */
export function ConfirmDialog({ title, lead, action, error, isSending, onConfirm, onClose }: Props) {
  const { t } = useWords()
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      <FormProblem error={error} />
      <Group justify="end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('common:cancel')}
        </Button>
        <Button color="red" loading={isSending} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Dialog>
  )
}
