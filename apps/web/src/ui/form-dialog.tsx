import { Button, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { Dialog } from './dialog.tsx'
import type { FieldOfProblem } from './form-errors.ts'
import { FormProblem } from './form-problem.tsx'
import { useWords } from '../words/words.tsx'
import '../words/of/common.ts'

interface Props {
  readonly title: ReactNode
  readonly lead?: ReactNode
  /** What was answered last, where it was a refusal; problems that stand at fields are not said above them. */
  readonly error: unknown
  readonly atFields?: FieldOfProblem
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly isSending: boolean
  /** What sending does, as a verb. */
  readonly action: string
  /** For what cannot be undone. */
  readonly isDangerous?: boolean
  readonly onClose: () => void
  /** The fields. */
  readonly children: ReactNode
}

/** A few questions about one thing, to be sent or left; a refusal stands above them and loses nothing of what was typed. */
export function FormDialog({
  title,
  lead,
  error,
  atFields,
  onSubmit,
  isSending,
  action,
  isDangerous = false,
  onClose,
  children,
}: Props) {
  const { t } = useWords()
  return (
    <Dialog title={title} lead={lead} onClose={onClose}>
      <form noValidate onSubmit={onSubmit}>
        <Stack>
          <FormProblem error={error} {...(atFields && { atFields })} />
          {children}
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={isSending} {...(isDangerous && { color: 'red' })}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
