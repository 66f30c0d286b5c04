import { createFileRoute } from '@tanstack/react-router'
import { MyAccount } from '../../accounts/my-account.tsx'
import { MailSetting } from '../../notices/mail-setting.tsx'
import { BareFrame } from '../../shell/bare-frame.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { UpLink } from '../../ui/up-link.tsx'
import { useWords } from '../../words/words.tsx'

export const Route = createFileRoute('/_in/account')({ component: Page })

function Page() {
  const { t } = useWords()
  const { me } = Route.useRouteContext()
  const { email } = me.account
  return (
    <BareFrame me={me}>
      <PageHeader
        title={t('accounts:mine.title')}
        lead={t('accounts:mine.lead', { email })}
        parent={<UpLink to="/">{t('accounts:mine.back')}</UpLink>}
      />
      <MyAccount
        email={email}
        mails={
          me.communities.length === 0 ? (
            <p>{t('accounts:mine.noCommunity')}</p>
          ) : (
            me.communities.map(({ id, name }) => <MailSetting key={id} communityId={id} community={name} />)
          )
        }
      />
    </BareFrame>
  )
}
