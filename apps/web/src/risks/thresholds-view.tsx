import { lineNames, parametersInForce, thresholdsInForce, thresholdsOf } from '@commonweal/domain/risks/thresholds'
import { secondaryFlagNames } from '@commonweal/domain/risks/secondary/flag-names'
import type { ThresholdVersion } from '@commonweal/contracts/thresholds'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useCommunity, useMay, useToday } from '../session/community.tsx'
import { CsvButton } from '../ui/csv-button.tsx'
import { Faces } from '../ui/faces.tsx'
import type { Column } from '../ui/list-table.tsx'
import { Section } from '../ui/section.tsx'
import { Instant, Own } from '../ui/shown.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords, type Say } from '../words/words.tsx'
import { fetchThresholds, thresholdsPages } from './kept.queries.ts'
import { fieldsOf, groupNames, sayValue, usual, valueAt } from './threshold-fields.ts'
import { ThresholdsForm } from './thresholds-form.tsx'
import classes from './thresholds-view.module.css'
import { useVoice } from './voice.ts'
import '../words/of/common.ts'
import '../words/of/signs.ts'
import '../words/of/thresholds.ts'

/** The lines in force, beside the usual ones; who changed them, when and why; and the way to change them. */
export function ThresholdsView() {
  const { t, locale } = useWords()
  const v = useVoice()
  const { id, slug, timezone } = useCommunity()
  const may = useMay()
  const month = useToday().slice(0, 7)
  const query = useInfiniteQuery(thresholdsPages(id))
  const [isOpen, setOpen] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  // Who closed the form by keyboard stands where it was opened.
  useEffect(() => {
    if (wasOpen.current && !isOpen) change.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  const versions = query.data?.pages.flatMap(({ items }) => items) ?? []
  const inForce = thresholdsInForce(versions, month)
  const values = {
    ...thresholdsOf(parametersInForce(inForce?.values ?? null)),
    switchedOff: inForce?.values.switchedOff ?? [],
  }
  return (
    <Faces query={query}>
      {() => (
        <div className={classes.page}>
          <Section
            title={isOpen ? t('thresholds:change') : t('thresholds:now', { month: v.month(month) })}
            actions={
              may('thresholds:set') && !isOpen ? (
                <Button ref={change} size="sm" variant="light" onClick={() => setOpen(true)}>
                  {t('thresholds:change')}
                </Button>
              ) : null
            }
          >
            {isOpen ? (
              <ThresholdsForm values={values} month={month} onClose={() => setOpen(false)} />
            ) : (
              <dl className={classes.groups}>
                {groupNames.map((group) => (
                  <div
                    key={group}
                    className={classes.group}
                    data-long={fieldsOf(group).some(({ edge }) => edge) || undefined}
                  >
                    <dt>
                      {t(`thresholds:group.${group}`)}
                      <span className={classes.hint}>{t(`thresholds:hint.${group}`)}</span>
                    </dt>
                    {fieldsOf(group).map((field) => {
                      const value = valueAt(values, field.path) ?? 0
                      const common = valueAt(usual, field.path) ?? 0
                      return (
                        <dd key={field.path} data-own={value !== common || undefined}>
                          <span className={classes.level}>
                            {t(`thresholds:level.${field.level}`)}
                            {field.edge && ` (${t(`thresholds:${field.edge}`)})`}
                          </span>{' '}
                          <b>{sayValue(value, field, locale)}</b>
                          {value !== common && (
                            <span className={classes.usual}>
                              {t('thresholds:usual', { value: sayValue(common, field, locale) })}
                            </span>
                          )}
                        </dd>
                      )
                    })}
                  </div>
                ))}
                <div className={classes.group} data-long>
                  <dt>
                    {t('thresholds:signs')}
                    <span className={classes.hint}>{t('thresholds:signsHint')}</span>
                  </dt>
                  {secondaryFlagNames.map((name) => {
                    const isOff = values.switchedOff.includes(name)
                    return (
                      <dd key={name} data-own={isOff || undefined}>
                        <span className={classes.level}>{t(`signs:name.${name}`)}</span>{' '}
                        <b>{t(isOff ? 'thresholds:off' : 'thresholds:on')}</b>
                      </dd>
                    )
                  })}
                </div>
              </dl>
            )}
          </Section>
          <Section
            title={t('thresholds:history')}
            actions={
              versions.length > 0 && (
                <CsvButton
                  columns={csvColumns(t, sayChanged)}
                  fileName={`${slug}-thresholds`}
                  fetchPage={(cursor) => fetchThresholds(id, { limit: 200, ...(cursor ? { cursor } : {}) })}
                />
              )
            }
          >
            {versions.length === 0 ? (
              <p>{t('thresholds:historyNone')}</p>
            ) : (
              <Timeline
                moments={versions.map((version) => ({
                  key: version.id,
                  what: t('thresholds:since', { month: v.month(version.from) }),
                  when: (
                    <>
                      <Instant at={version.setAt} timeZone={timezone} />
                      {version.person && (
                        <>
                          {' · '}
                          <Own>{version.person}</Own>
                        </>
                      )}
                    </>
                  ),
                  note: (
                    <>
                      <Own>{version.reason}</Own>
                      <p className={classes.hint}>{sayChanged(version)}</p>
                    </>
                  ),
                }))}
              />
            )}
            {query.hasNextPage && (
              <Button
                mt="md"
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('common:list.more')}
              </Button>
            )}
          </Section>
        </div>
      )}
    </Faces>
  )

  function sayChanged({ values }: ThresholdVersion): string {
    const own = (['stagnation', ...lineNames] as const).filter((name) => values[name] !== undefined)
    const off = values.switchedOff ?? []
    return [
      own.length === 0
        ? t('thresholds:allUsual')
        : t('thresholds:changed', { list: v.list(own.map((name) => t(`thresholds:group.${name}`))) }),
      ...(off.length === 0
        ? []
        : [t('thresholds:changedOff', { list: v.list(off.map((name) => t(`signs:name.${name}`))) })]),
    ].join('. ')
  }
}

function csvColumns(t: Say, sayChanged: (version: ThresholdVersion) => string): Column<ThresholdVersion>[] {
  return [
    { name: 'from', header: t('thresholds:csv.from'), csv: ({ from }) => from },
    { name: 'setAt', header: t('thresholds:csv.setAt'), csv: ({ setAt }) => setAt },
    { name: 'person', header: t('thresholds:csv.person'), csv: ({ person }) => person },
    { name: 'reason', header: t('thresholds:csv.reason'), csv: ({ reason }) => reason },
    { name: 'changed', header: t('thresholds:csv.changed'), csv: sayChanged },
    { name: 'values', header: t('thresholds:csv.values'), csv: ({ values }) => JSON.stringify(values) },
  ]
}
