import type { ActivityRow } from '@commonweal/contracts/activity'
import { createFileRoute } from '@tanstack/react-router'
import { ActivityList } from '../../../../activity/activity-list.tsx'
import { useMay } from '../../../../session/community.tsx'
import type { LinkedKind } from '../../../../shell/way-to.ts'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useWords } from '../../../../words/words.tsx'
import { ThingLink } from './-thing-link.tsx'

export const Route = createFileRoute('/_in/c/$slug/activity')({ component: Page })

const linked: readonly string[] = [
  'partner',
  'initiative',
  'space',
  'booking',
  'pledge',
  'person',
] satisfies LinkedKind[]

function Page() {
  const { t } = useWords()
  const canManage = useMay()('people:manage')
  const linkTo = ({ objectKind, objectId }: ActivityRow, name: string) =>
    linked.includes(objectKind) &&
    (objectKind !== 'person' || canManage) && (
      <ThingLink kind={objectKind as LinkedKind} id={objectId}>
        {name}
      </ThingLink>
    )
  return (
    <>
      <PageHeader title={t('activity:title')} lead={t('activity:lead')} />
      <ActivityList linkTo={linkTo} />
    </>
  )
}
