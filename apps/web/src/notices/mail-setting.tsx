import { noticeMails, type NoticeSettings } from '@commonweal/contracts/notices'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useAnnounce } from '../ui/announcements.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { FormProblem } from '../ui/form-problem.tsx'
import { useWords } from '../words/words.tsx'
import { noticeSettingsQuery, useSetNoticeMails } from './notices.queries.ts'
import '../words/of/accounts.ts'

/** Whether notices of one community come by mail; saved at once. */
export function MailSetting({ communityId, community }: { communityId: string; community: string }) {
  const { t } = useWords()
  const announce = useAnnounce()
  const query = useQuery(noticeSettingsQuery(communityId))
  const set = useSetNoticeMails(communityId)
  return (
    <Faces query={query} loading={<Loading lines={2} />}>
      {({ mails }) => (
        <>
          <FormProblem error={set.error} />
          <NativeSelect
            maw="24rem"
            label={t('accounts:mine.mailsOf', { community })}
            value={mails}
            disabled={set.isPending}
            data={noticeMails.map((value) => ({ value, label: t(`accounts:mine.mailsChoice.${value}`) }))}
            onChange={(event) =>
              set.mutate(event.currentTarget.value as NoticeSettings['mails'], {
                onSuccess: () => announce(t('accounts:mine.mailsSaved', { community })),
              })
            }
          />
        </>
      )}
    </Faces>
  )
}
