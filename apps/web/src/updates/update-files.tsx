import type { AttachedFile } from '@commonweal/contracts/files'
import { isImageType } from '@commonweal/domain/files/media-types'
import { Button, Skeleton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Own } from '../ui/shown.tsx'
import { saySize } from '../ui/sizes.ts'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import classes from './updates.module.css'
import { fetchFile, pictureQuery } from './updates.queries.ts'
import '../words/of/updates.ts'

/** The files of an update: pictures to see, all of them to keep. */
export function UpdateFiles({ files }: { files: readonly AttachedFile[] }) {
  const pictures = files.filter(({ mediaType }) => isImageType(mediaType))
  return (
    <>
      {pictures.length > 0 && (
        <div className={classes.pictures}>
          {pictures.map((file) => (
            <Picture key={file.id} file={file} />
          ))}
        </div>
      )}
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file.id}>
            <Download file={file} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Picture({ file }: { file: AttachedFile }) {
  const { t } = useWords()
  const { id } = useCommunity()
  const { data, error } = useQuery(pictureQuery(id, file.id))
  const url = useObjectUrl(data)
  if (error) return <p role="status">{t('updates:files.picture')}</p>
  if (!url) return <Skeleton className={classes.picture} />
  return <img className={classes.picture} src={url} alt={file.alt ?? ''} />
}

/** An address for bytes that are here, as long as they are shown. */
function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}

function Download({ file: { id: fileId, name, sizeBytes } }: { file: AttachedFile }) {
  const { t, locale } = useWords()
  const { id } = useCommunity()
  const announce = useAnnounce()
  const [isLoading, setLoading] = useState(false)
  const size = saySize(sizeBytes, locale)
  const download = async () => {
    setLoading(true)
    try {
      saveFile(name, await fetchFile(id, fileId))
      announce(t('updates:files.saved', { name }))
    } catch (error) {
      announce(sayProblem(t, error))
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={isLoading}
      className={classes.download}
      leftSection={<IconDownload aria-hidden="true" size={16} />}
      aria-label={t('updates:files.download', { name, size })}
      onClick={() => void download()}
    >
      <Own>{name}</Own>&nbsp;<small>{size}</small>
    </Button>
  )
}
