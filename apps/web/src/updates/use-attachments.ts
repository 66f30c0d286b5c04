import { uploadFile, type AttachedFile, type FileChoice } from '@commonweal/contracts/files'
import { isImageType, MAX_FILES } from '@commonweal/domain/files/media-types'
import { useEffect, useRef, useState } from 'react'
import { sendFile } from '../http/send-file.ts'
import { useCommunity } from '../session/community.tsx'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'

/** A file of an update under work: one it has, one under way, one sent, or one that failed. */
export interface Attachment {
  readonly key: string
  readonly name: string
  readonly isImage: boolean
  readonly alt: string
  /** The id at the server, once it is there. */
  readonly id: string | null
  /** How much is sent, 0 to 1. */
  readonly share: number
  readonly failure: string | null
  readonly file: File | null
}

/** Files chosen for an update: sent at once, each on its own; what is left out meanwhile is broken off. */
export function useAttachments(initiativeId: string, present: readonly AttachedFile[]) {
  const { t } = useWords()
  const { id: communityId } = useCommunity()
  const [list, setList] = useState<readonly Attachment[]>(() => present.map(presentAttachment))
  const sendings = useRef(new Map<string, AbortController>())
  const change = (key: string, part: Partial<Attachment>) =>
    setList((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)))

  useEffect(() => {
    const all = sendings.current
    return () => all.forEach((sending) => sending.abort())
  }, [])

  async function send(key: string, file: File) {
    const sending = new AbortController()
    sendings.current.set(key, sending)
    try {
      const { id, name, mediaType } = await sendFile(uploadFile, {
        params: { communityId, initiativeId },
        query: { name: file.name.slice(-200) || 'file' },
        file,
        onProgress: (share) => change(key, { share }),
        signal: sending.signal,
      })
      change(key, { id, name, isImage: isImageType(mediaType), share: 1, failure: null })
    } catch (error) {
      if (!sending.signal.aborted) change(key, { failure: sayProblem(t, error) })
    } finally {
      sendings.current.delete(key)
    }
  }

  return {
    list,
    isFull: list.length >= MAX_FILES,
    isSettled: list.every(({ id }) => id !== null),
    add: (files: readonly File[]) => {
      const added = files.slice(0, MAX_FILES - list.length).map((file) => ({ key: crypto.randomUUID(), file }))
      setList((before) => [...before, ...added.map(({ key, file }) => newAttachment(key, file))])
      for (const { key, file } of added) void send(key, file)
    },
    again: ({ key, file }: Attachment) => {
      if (!file) return
      change(key, { failure: null, share: 0 })
      void send(key, file)
    },
    leaveOut: (key: string) => {
      sendings.current.get(key)?.abort()
      setList((before) => before.filter((one) => one.key !== key))
    },
    describe: (key: string, alt: string) => change(key, { alt }),
  }
}

export type Attachments = ReturnType<typeof useAttachments>

export function choicesOf(list: readonly Attachment[]): FileChoice[] {
  return list.flatMap(({ id, alt }) => (id === null ? [] : [{ id, alt: alt.trim() || null }]))
}

function presentAttachment({ id, name, mediaType, alt }: AttachedFile): Attachment {
  return { key: id, id, name, isImage: isImageType(mediaType), alt: alt ?? '', share: 1, failure: null, file: null }
}

function newAttachment(key: string, file: File): Attachment {
  return { key, file, name: file.name, isImage: isImageType(file.type), alt: '', id: null, share: 0, failure: null }
}
