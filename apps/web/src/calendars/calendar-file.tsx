import { Button } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useCommunity } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { saveFile } from '../ui/save-file.ts'
import { sayProblem } from '../words/problem-sentence.ts'
import { useWords } from '../words/words.tsx'
import { fetchCommunityCalendar, fetchInitiativeCalendar } from './calendars.queries.ts'
import '../words/of/calendars.ts'

/** The calendar as a file that other calendars read. */
export function CalendarFile() {
  const { t } = useWords()
  const { id, slug } = useCommunity()
  return <FileButton name={slug} label={t('calendars:file')} fetchFile={() => fetchCommunityCalendar(id)} />
}

/** The same of one initiative: its bookings, and its milestones on the day they are due. */
export function InitiativeCalendarFile({ initiativeId, title }: { initiativeId: string; title: string }) {
  const { t } = useWords()
  const { id } = useCommunity()
  return (
    <FileButton
      isSmall
      name={title}
      label={t('calendars:fileOfOne')}
      fetchFile={() => fetchInitiativeCalendar(id, initiativeId)}
    />
  )
}

interface Props {
  readonly name: string
  readonly label: string
  readonly fetchFile: () => Promise<Blob>
  readonly isSmall?: boolean
}

function FileButton({ name, label, fetchFile, isSmall = false }: Props) {
  const { t } = useWords()
  const announce = useAnnounce()
  const [isLoading, setLoading] = useState(false)
  const download = async () => {
    setLoading(true)
    try {
      saveFile(`${name}.ics`, await fetchFile())
      announce(t('calendars:fileDone'))
    } catch (error) {
      announce(sayProblem(t, error))
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button
      variant="default"
      size={isSmall ? 'sm' : 'md'}
      loading={isLoading}
      leftSection={<IconCalendarDown aria-hidden="true" size={18} />}
      onClick={() => void download()}
    >
      {label}
    </Button>
  )
}
