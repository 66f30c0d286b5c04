import { Modal } from '@mantine/core'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import { useEffect, useState, type ReactNode } from 'react'
import { useWords } from '../words/words.tsx'
import classes from './dialog.module.css'
import '../words/of/common.ts'

interface Props {
  readonly title: ReactNode
  readonly lead?: ReactNode
  /** Without it the dialog stays until its task is done. */
  readonly onClose?: () => void
  /** For what grows while one types: its field stays where it is. */
  readonly isAtTop?: boolean
  readonly children: ReactNode
}

/** Asks for something before the page goes on. The focus stays inside and returns to where it came from. */
export function Dialog({ title, lead, onClose, isAtTop = false, children }: Props) {
  const { t } = useWords()
  const [cameFrom] = useState(() => document.activeElement)

  // The modal gives the focus back when it is closed; ours is taken away instead.
  useEffect(
    () => () => {
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true })
    },
    [cameFrom],
  )

  useEffect(() => {
    document.documentElement.toggleAttribute('data-dialog-open', true)
    return () => {
      document.documentElement.toggleAttribute('data-dialog-open', false)
    }
  }, [])

  return (
    <Modal
      opened
      centered={!isAtTop}
      onClose={() => onClose?.()}
      withCloseButton={Boolean(onClose)}
      closeOnEscape={Boolean(onClose)}
      closeOnClickOutside={false}
      title={title}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      classNames={{ title: classes.title, body: classes.body, content: classes.content, header: classes.header }}
    >
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </Modal>
  )
}
