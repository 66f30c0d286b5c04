import type { Notice } from '@commonweal/contracts/notices'
import { createFileRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { NoticeList } from '../../../../notices/notice-list.tsx'
import { readNoticeSearch } from '../../../../notices/notice-search.ts'
import { LinkButton } from '../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { Own } from '../../../../ui/shown.tsx'
import { useWords } from '../../../../words/words.tsx'
import { sayOutcome } from './-outcome.ts'
import { ThingLink } from './-thing-link.tsx'

export const Route = createFileRoute('/_in/c/$slug/notices')({
  validateSearch: readNoticeSearch,
  component: Page,
})

function Page() {
  const { t } = useWords()
  const navigate = Route.useNavigate()
  const linkTo = (notice: Notice, children: ReactNode, onOpen: () => void) => (
    <ThingLink kind={notice.objectKind} id={notice.objectId} onClick={onOpen}>
      <Own>{children}</Own>
    </ThingLink>
  )
  return (
    <>
      <PageHeader
        title={t('notices:title')}
        lead={t('notices:lead')}
        actions={
          <LinkButton to="/account" variant="default">
            {t('notices:mailSettings')}
          </LinkButton>
        }
      />
      <NoticeList
        search={Route.useSearch({ select: readNoticeSearch })}
        onSearch={(search) => void navigate({ search: readNoticeSearch(search), replace: true })}
        linkTo={linkTo}
        sayOutcome={(notice) => sayOutcome(t, notice)}
      />
    </>
  )
}
