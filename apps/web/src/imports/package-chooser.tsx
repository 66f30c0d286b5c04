import { Button } from '@mantine/core'
import { IconFileZip, IconFolder, IconPackageImport } from '@tabler/icons-react'
import { useRef, useState, type DragEvent, type RefObject } from 'react'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { filesOfDrop, filesOfInput, packageOf, type ChosenPackage, type PathedFile } from './chosen-package.ts'
import classes from './package-chooser.module.css'
import { saySize } from '../ui/sizes.ts'
import '../words/of/imports.ts'

interface Props {
  readonly chosen: ChosenPackage | null
  readonly onChoose: (chosen: ChosenPackage) => void
  readonly isOff: boolean
}

type State = 'idle' | 'reading' | 'empty' | 'failed'

/** A place to drop a zip or a folder, and buttons for who does not drop. */
export function PackageChooser({ chosen, onChoose, isOff }: Props) {
  const { t } = useWords()
  const [state, setState] = useState<State>('idle')
  const [isOver, setOver] = useState(false)
  const zip = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)

  async function take(files: Promise<PathedFile[]>) {
    setState('reading')
    try {
      const read = await packageOf(await files)
      setState(read ? 'idle' : 'empty')
      if (read) onChoose(read)
    } catch {
      setState('failed')
    }
  }

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (!isOff) void take(filesOfDrop(event.dataTransfer))
  }

  return (
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconPackageImport aria-hidden="true" size={36} stroke={1.25} className={classes.sign} />
      {chosen && state !== 'reading' ? (
        <Chosen chosen={chosen} />
      ) : (
        <p className={classes.invite}>{t('imports:choose.drop')}</p>
      )}
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={isOff}
          loading={state === 'reading'}
          leftSection={<IconFileZip aria-hidden="true" size={18} />}
          onClick={() => zip.current?.click()}
        >
          {t('imports:choose.file')}
        </Button>
        <Button
          variant="default"
          disabled={isOff || state === 'reading'}
          leftSection={<IconFolder aria-hidden="true" size={18} />}
          onClick={() => folder.current?.click()}
        >
          {t('imports:choose.folder')}
        </Button>
      </div>
      <HiddenInput name={t('imports:choose.file')} of={zip} accept=".zip,.csv,.json" onFiles={take} />
      <HiddenInput name={t('imports:choose.folder')} of={folder} isFolder onFiles={take} />
      <p role="status" className={classes.status}>
        {state === 'reading' && t('imports:choose.reading')}
        {state === 'empty' && t('imports:choose.empty')}
        {state === 'failed' && t('imports:choose.failed')}
      </p>
    </div>
  )
}

function Chosen({ chosen: { name, files, sizeBytes } }: { chosen: ChosenPackage }) {
  const { t, locale } = useWords()
  const size = saySize(sizeBytes, locale)
  return (
    <p className={classes.invite}>
      <Own>
        <b>{name}</b>
      </Own>
      <span className={classes.size}>
        {files === null ? t('imports:choose.zipSize', { size }) : t('imports:choose.size', { count: files, size })}
      </span>
    </p>
  )
}

interface InputProps {
  readonly name: string
  readonly of: RefObject<HTMLInputElement | null>
  readonly accept?: string
  readonly isFolder?: boolean
  readonly onFiles: (files: Promise<PathedFile[]>) => Promise<void>
}

/** The browser's own dialog; emptied after each choice, so that choosing the same again is noticed. */
function HiddenInput({ name, of, accept, isFolder = false, onFiles }: InputProps) {
  return (
    <input
      ref={of}
      type="file"
      hidden
      multiple
      aria-label={name}
      {...(accept ? { accept } : {})}
      {...(isFolder ? { webkitdirectory: '' } : {})}
      onChange={(event) => {
        const files = filesOfInput(event.currentTarget.files)
        event.currentTarget.value = ''
        if (files.length > 0) void onFiles(Promise.resolve(files))
      }}
    />
  )
}
