import { MAX_ALT, MAX_FILES, mediaTypeTable } from '@commonweal/domain/files/media-types'
import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './updates.module.css'
import type { Attachment, Attachments } from './use-attachments.ts'
import '../words/of/updates.ts'

const accepted = mediaTypeTable.flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(',')

interface Props {
  readonly attachments: Attachments
  /** Whether it was tried to post: what is missing is said from then on. */
  readonly isTried: boolean
}

/** A place to drop files, a button for who does not drop, and what became of each. */
export function AttachmentField({ attachments, isTried }: Props) {
  const { t } = useWords()
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  return (
    <div role="group" aria-label={t('updates:files.title')}>
      {/* Dropping is a second way for who has a pointer; the button is the way for all. */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          attachments.add([...event.dataTransfer.files])
        }}
      >
        {attachments.list.length > 0 && (
          <ul className={classes.chosen}>
            {attachments.list.map((one) => (
              <Line key={one.key} attachment={one} attachments={attachments} isTried={isTried} />
            ))}
          </ul>
        )}
        {attachments.isFull ? (
          <p className={classes.hint}>{t('updates:files.tooMany', { count: MAX_FILES })}</p>
        ) : (
          <>
            <p>{t('updates:files.drop')}</p>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPaperclip aria-hidden="true" size={18} />}
              onClick={() => input.current?.click()}
            >
              {t('updates:files.choose')}
            </Button>
            <p className={classes.hint}>{t('updates:files.kinds')}</p>
          </>
        )}
        <input
          ref={input}
          type="file"
          hidden
          multiple
          aria-label={t('updates:files.choose')}
          accept={accepted}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])]
            // Emptied, so that choosing the same again is noticed.
            event.currentTarget.value = ''
            attachments.add(files)
          }}
        />
      </div>
    </div>
  )
}

interface LineProps extends Props {
  readonly attachment: Attachment
}

function Line({ attachment, attachments, isTried }: LineProps) {
  const { t } = useWords()
  const { key, id, name, isImage, alt, share, failure } = attachment
  const isMissing = isTried && isImage && !alt.trim()
  return (
    <li className={classes.line}>
      <span className={classes.name}>
        <Own>{name}</Own>
      </span>
      <CloseButton aria-label={t('updates:files.leaveOut', { name })} onClick={() => attachments.leaveOut(key)} />
      <div className={classes.wide} role="status">
        {id === null && failure === null && (
          <progress
            max={1}
            value={share}
            aria-label={t('updates:files.sending', { name, percent: Math.round(share * 100) })}
          />
        )}
        {failure && t('updates:files.failed', { name, reason: failure })}
      </div>
      {failure && attachment.file && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.wide}
          aria-label={t('updates:files.againOne', { name })}
          onClick={() => attachments.again(attachment)}
        >
          {t('updates:files.again')}
        </Button>
      )}
      {isImage && !failure && (
        <TextInput
          required
          className={classes.wide}
          maxLength={MAX_ALT}
          label={t('updates:files.alt', { name })}
          description={t('updates:files.altHint')}
          value={alt}
          error={isMissing ? t('updates:files.altMissing') : null}
          onChange={(event) => attachments.describe(key, event.currentTarget.value)}
        />
      )}
    </li>
  )
}
