import { Button, Group } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useWords } from '../words/words.tsx'
import { Dialog } from './dialog.tsx'
import '../words/of/common.ts'

/** Asks before typed text is thrown away. */
export function LeaveGuard({ isUnsaved }: { isUnsaved: () => boolean }) {
  const { t } = useWords()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsaved(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog title={t('common:form.leave.title')} lead={t('common:form.leave.body')} onClose={reset}>
      <Group justify="end">
        <Button variant="default" onClick={reset} data-autofocus>
          {t('common:form.leave.stay')}
        </Button>
        <Button color="red" onClick={proceed}>
          {t('common:form.leave.go')}
        </Button>
      </Group>
    </Dialog>
  )
}
