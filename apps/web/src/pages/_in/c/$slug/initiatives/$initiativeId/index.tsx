import type { Initiative } from '@commonweal/contracts/initiatives'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { isEnded } from '@commonweal/domain/initiatives/initiative'
import { History } from '../../../../../../activity/history.tsx'
import { BookingsOfInitiative } from '../../../../../../bookings/bookings-of-initiative.tsx'
import { InitiativeCalendarFile } from '../../../../../../calendars/calendar-file.tsx'
import { FundingOfInitiative } from '../../../../../../finances/funding-of-initiative.tsx'
import { InitiativeBadge } from '../../../../../../initiatives/initiative-badge.tsx'
import { InitiativeView } from '../../../../../../initiatives/initiative-view.tsx'
import { initiativeQuery } from '../../../../../../initiatives/initiatives.queries.ts'
import { isGoingOn, leadersOf } from '../../../../../../initiatives/leaders.ts'
import { MilestonesPanel } from '../../../../../../milestones/milestones-panel.tsx'
import { WriteMessage } from '../../../../../../notices/write-message.tsx'
import { PartnerPicker } from '../../../../../../partners/partner-picker.tsx'
import { PersonPicker } from '../../../../../../people/person-picker.tsx'
import { useMay, useToday } from '../../../../../../session/community.tsx'
import { Faces } from '../../../../../../ui/faces.tsx'
import { LinkButton } from '../../../../../../ui/link-button.tsx'
import { PageHeader } from '../../../../../../ui/page-header.tsx'
import { Section } from '../../../../../../ui/section.tsx'
import { Day, Own } from '../../../../../../ui/shown.tsx'
import { UpLink } from '../../../../../../ui/up-link.tsx'
import { UpdatesPanel } from '../../../../../../updates/updates-panel.tsx'
import { useWords } from '../../../../../../words/words.tsx'

export const Route = createFileRoute('/_in/c/$slug/initiatives/$initiativeId/')({
  component: Page,
})

function Page() {
  const { t } = useWords()
  const { slug, initiativeId } = Route.useParams()
  const { community } = Route.useRouteContext()
  const up = (
    <UpLink to="/c/$slug/initiatives" params={{ slug }}>
      {t('initiatives:title')}
    </UpLink>
  )
  return (
    <Faces query={useQuery(initiativeQuery(community.id, initiativeId))} up={up}>
      {(initiative) => (
        <>
          <PageHeader
            title={initiative.title}
            heading={<Own>{initiative.title}</Own>}
            lead={
              <>
                <InitiativeBadge state={initiative.state} />{' '}
                {initiative.stateSince && (
                  <>
                    {t('common:since')} <Day day={initiative.stateSince} />
                  </>
                )}
              </>
            }
            parent={up}
            actions={<Actions initiative={initiative} />}
          />
          <View initiative={initiative} />
        </>
      )}
    </Faces>
  )
}

function View({ initiative }: { initiative: Initiative }) {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const today = useToday()
  const may = useMay()
  const { id, state, title, participations } = initiative
  const leaderIds = leadersOf(initiative, today).map(({ organisationId }) => organisationId)
  const partnerIds = participations.filter((one) => isGoingOn(one, today)).map(({ organisationId }) => organisationId)
  return (
    <InitiativeView
      initiative={initiative}
      partnerField={(props) => <PartnerPicker {...props} />}
      personField={(props) => <PersonPicker {...props} />}
      milestones={<MilestonesPanel initiativeId={id} leaderIds={leaderIds} hasEnded={isEnded(state)} />}
      updates={<UpdatesPanel initiativeId={id} partnerIds={partnerIds} leaderIds={leaderIds} />}
      whatIsOn={
        <Section
          title={t('calendars:title')}
          actions={
            <>
              {may('bookings:request') && !isEnded(state) && (
                <LinkButton
                  to="/c/$slug/spaces"
                  params={{ slug }}
                  search={{ initiativeId: id }}
                  size="sm"
                  variant="light"
                >
                  {t('calendars:bookFor')}
                </LinkButton>
              )}
              <InitiativeCalendarFile initiativeId={id} title={title} />
            </>
          }
        >
          <BookingsOfInitiative initiativeId={id} />
        </Section>
      }
      resources={
        <Section
          title={t('initiatives:counts.title')}
          actions={
            may('pledges:offer') &&
            !isEnded(state) && (
              <LinkButton
                to="/c/$slug/pledges/new"
                params={{ slug }}
                search={{ initiativeId: id }}
                size="sm"
                variant="light"
              >
                {t('initiatives:counts.offer')}
              </LinkButton>
            )
          }
        >
          {initiative.pledges === 0 ? (
            <p>{t('initiatives:counts.none')}</p>
          ) : (
            <>
              {may('finances:read') && <FundingOfInitiative initiativeId={id} />}
              <p>
                <Link to="/c/$slug/pledges" params={{ slug }} search={{ initiativeId: id }}>
                  {t('initiatives:counts.pledges', { count: initiative.pledges })}
                </Link>
              </p>
            </>
          )}
        </Section>
      }
      history={
        <Section title={t('initiatives:history')}>
          <History objectId={id} />
        </Section>
      }
    />
  )
}

function Actions({ initiative }: { initiative: Initiative }) {
  const { t } = useWords()
  const { slug } = Route.useParams()
  const may = useMay()
  const leaders = leadersOf(initiative, useToday())
  const [first] = leaders
  return (
    <>
      {first && (
        <WriteMessage
          organisation={{ id: first.organisationId, name: first.name }}
          objectKind="initiative"
          objectId={initiative.id}
        />
      )}
      {may(
        'initiatives:edit',
        leaders.map(({ organisationId }) => organisationId),
      ) && (
        <LinkButton
          to="/c/$slug/initiatives/$initiativeId/edit"
          params={{ slug, initiativeId: initiative.id }}
          variant="default"
        >
          {t('initiatives:edit.action')}
        </LinkButton>
      )}
    </>
  )
}
