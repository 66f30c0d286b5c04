import type { Update } from '@commonweal/contracts/updates'
import { Button, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCommunity, useMay } from '../session/community.tsx'
import { useAnnounce } from '../ui/announcements.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Faces, Loading } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { Instant, Own } from '../ui/shown.tsx'
import { LatePart } from '../ui/late-part.tsx'
import { NoRows } from '../ui/rows.tsx'
import { useWords } from '../words/words.tsx'
import { updateColumns } from './update-columns.tsx'
import { UpdateDialog } from './update-dialog.tsx'
import { UpdateFiles } from './update-files.tsx'
import classes from './updates.module.css'
import { fetchUpdates, updatesOf, useRemoveUpdate } from './updates.queries.ts'
import '../words/of/common.ts'
import '../words/of/updates.ts'

const loadMarkdown = async () => (await import('./markdown.tsx')).default

interface Props {
  readonly initiativeId: string
  /** Organisations that take part now, and those that lead. */
  readonly partnerIds: readonly string[]
  readonly leaderIds: readonly string[]
}

/** How it goes, told by those who take part, the latest first. */
export function UpdatesPanel({ initiativeId, partnerIds, leaderIds }: Props) {
  const { t } = useWords()
  const { id, slug, timezone } = useCommunity()
  const mayPost = useMay()('updates:post', partnerIds)
  const announce = useAnnounce()
  const query = useInfiniteQuery(updatesOf(id, initiativeId))
  const remove = useRemoveUpdate(id)
  const [opened, setOpened] = useState<Update | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Update | null>(null)
  return (
    <Section
      title={t('updates:title')}
      actions={
        mayPost && (
          <Button size="sm" variant="light" onClick={() => setOpened('new')}>
            {t('updates:post')}
          </Button>
        )
      }
    >
      <Faces query={query} loading={<Loading lines={4} />}>
        {({ pages }) => {
          const updates = pages.flatMap(({ items }) => items)
          if (updates.length === 0) return <NoRows>{t('updates:empty')}</NoRows>
          return (
            <>
              <ul className={classes.list}>
                {updates.map((update) => (
                  <UpdateItem
                    key={update.id}
                    update={update}
                    leaderIds={leaderIds}
                    onEdit={() => setOpened(update)}
                    onRemove={() => setLeaving(update)}
                  />
                ))}
              </ul>
              <Group gap="xs" data-no-print>
                {query.hasNextPage && (
                  <Button
                    variant="subtle"
                    size="sm"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t('common:list.more')}
                  </Button>
                )}
                <CsvButton
                  of={t('updates:title')}
                  columns={updateColumns(t, timezone)}
                  fileName={`${slug}-updates`}
                  fetchPage={(cursor) => fetchUpdates(id, { initiativeId, limit: 200, ...(cursor ? { cursor } : {}) })}
                />
              </Group>
            </>
          )
        }}
      </Faces>
      {opened && (
        <UpdateDialog
          initiativeId={initiativeId}
          update={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
      {leaving && (
        <ConfirmDialog
          title={t('updates:removeTitle', { title: leaving.title })}
          lead={t('updates:removeLead')}
          action={t('updates:remove')}
          error={remove.error}
          isSending={remove.isPending}
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            remove.mutate(leaving.id, {
              onSuccess: () => {
                announce(t('updates:removed'))
                setLeaving(null)
              },
            })
          }
        />
      )}
    </Section>
  )
}

interface ItemProps {
  readonly update: Update
  readonly leaderIds: readonly string[]
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function UpdateItem({ update, leaderIds, onEdit, onRemove }: ItemProps) {
  const { t } = useWords()
  const { timezone } = useCommunity()
  const { title, text, person, organisation, organisationId, postedAt, files } = update
  const plain = <p className={classes.plain}>{text}</p>
  const mayEdit = useMay()('updates:edit', [...(organisationId ? [organisationId] : []), ...leaderIds])
  return (
    <li className={classes.update}>
      <article aria-label={title}>
        <div className={classes.head}>
          <h3>
            <Own>{title}</Own>
          </h3>
          {mayEdit && (
            <Group gap="xs" data-no-print>
              <Button size="compact-sm" variant="subtle" aria-label={t('updates:editOne', { title })} onClick={onEdit}>
                {t('updates:edit')}
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('updates:removeOne', { title })}
                onClick={onRemove}
              >
                {t('updates:remove')}
              </Button>
            </Group>
          )}
        </div>
        <p className={classes.by}>
          <Instant at={postedAt} timeZone={timezone} />
          {person && (
            <>
              {' · '}
              {t('updates:by')} <Own>{person}</Own>
            </>
          )}
          {organisation && (
            <>
              {' · '}
              {t('updates:forOrganisation')} <Own>{organisation}</Own>
            </>
          )}
        </p>
        <div className={classes.text} dir="auto">
          <LatePart load={loadMarkdown} waiting={plain} instead={plain}>
            {(MarkdownText) => <MarkdownText text={text} />}
          </LatePart>
        </div>
        {files.length > 0 && <UpdateFiles files={files} />}
      </article>
    </li>
  )
}
