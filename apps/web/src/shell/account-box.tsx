import type { Me, MyCommunity } from '@commonweal/contracts/access'
import { Button } from '@mantine/core'
import { IconLogout, IconUserCog } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCommunity } from '../session/community.tsx'
import { useSignOut } from '../session/session.queries.ts'
import { LatePart } from '../ui/late-part.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import classes from './account-box.module.css'
import { AppearanceSwitch } from './appearance-switch.tsx'
import '../words/of/common.ts'
import '../words/of/session.ts'

// Only who acts for several organisations needs it.
const loadChoice = async () => (await import('./act-for-choice.tsx')).ActForChoice

interface Props {
  readonly me: Me
  readonly role?: MyCommunity['role']
  readonly organisations?: MyCommunity['organisations']
}

/** Who I am, in which role and on whose behalf. */
export function AccountBox({ me: { account }, role, organisations }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const signOut = useSignOut()

  const leave = () =>
    signOut.mutate(undefined, {
      onSettled: () => {
        void navigate({ to: '/sign-in' }).then(() => announce(t('session:signedOut')))
      },
    })

  return (
    <section className={classes.box} aria-label={t('session:account')}>
      <div className={classes.who}>
        <p className={classes.name}>
          <Own>{account.displayName}</Own>
        </p>
        {role && <p>{t(`common:role.${role}`)}</p>}
      </div>
      {organisations && <ActsFor organisations={organisations} />}
      <AppearanceSwitch />
      <LinkButton
        to="/account"
        variant="subtle"
        size="sm"
        justify="start"
        className={classes.action}
        leftSection={<IconUserCog aria-hidden="true" size={20} stroke={1.75} />}
      >
        {t('session:manage')}
      </LinkButton>
      <Button
        variant="subtle"
        size="sm"
        justify="start"
        className={classes.action}
        leftSection={<IconLogout aria-hidden="true" size={20} stroke={1.75} />}
        loading={signOut.isPending}
        onClick={leave}
      >
        {t('session:signOut')}
      </Button>
    </section>
  )
}

function ActsFor({ organisations }: { organisations: MyCommunity['organisations'] }) {
  const { t } = useWords()
  const { slug } = useCommunity()
  const [only, ...others] = organisations
  if (others.length > 0)
    return <LatePart load={loadChoice}>{(ActForChoice) => <ActForChoice organisations={organisations} />}</LatePart>
  if (!only) return <p className={classes.actsFor}>{t('session:actsForNobody')}</p>
  return (
    <p className={classes.actsFor}>
      {t('session:actsFor')}{' '}
      <Link to="/c/$slug/partners/$partnerId" params={{ slug, partnerId: only.id }}>
        <Own>{only.name}</Own>
      </Link>
      {only.capacity === 'statutory' && ` (${t('common:capacity.statutory')})`}
    </p>
  )
}
