import type { FundingLine, FundingPicture, PledgeFigure } from '@commonweal/contracts/finances'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Amount } from '../money/amount.tsx'
import { CommunityLink } from '../session/community-link.tsx'
import { useCommunity } from '../session/community.tsx'
import { sayDay } from '../time/days.ts'
import { Empty, Faces } from '../ui/faces.tsx'
import { Section } from '../ui/section.tsx'
import { Own } from '../ui/shown.tsx'
import { useWords } from '../words/words.tsx'
import { Figures } from './figures.tsx'
import { fundingPictureQuery } from './finances.queries.ts'
import { lineTitle, shownFigures } from './funding-lines.ts'
import classes from './funding-picture.module.css'
import { KeepReceipts } from './keep-receipts.tsx'
import '../words/of/finances.ts'
import '../words/of/pledges.ts'

/** What is promised, received, due, late and ahead: a section for each kind in each currency or unit. */
export function FundingPictureView({ emptyAction }: { emptyAction: ReactNode }) {
  const { t, locale } = useWords()
  const { id } = useCommunity()
  return (
    <Faces query={useQuery(fundingPictureQuery(id))}>
      {(picture) => (
        <div className={classes.lines}>
          <p className={classes.note}>{t('finances:asOf', { day: sayDay(picture.asOf, locale) })}</p>
          {!picture.isReceiptsKnown && <KeepReceipts />}
          {picture.lines.length === 0 && <Empty title={t('finances:emptyPicture')} action={emptyAction} />}
          {picture.lines.map((line) => (
            <Line key={`${line.kind} ${line.currency} ${line.unit}`} line={line} />
          ))}
          {picture.lines.length > 0 && <p className={classes.note}>{t('finances:balance')}</p>}
          <Costs costs={picture.costs} />
        </div>
      )}
    </Faces>
  )
}

function Line({ line }: { line: FundingLine }) {
  const { t } = useWords()
  return (
    <Section title={lineTitle(t, line)}>
      <Figures figures={shownFigures(line)} />
      <div className={classes.shares}>
        <Shares
          line={line}
          title={t('finances:byRoute')}
          shares={line.byRoute.map((one) => ({ ...one, key: one.route, name: t(`pledges:route.${one.route}`) }))}
        />
        <Shares
          line={line}
          title={t('finances:byOrganisation')}
          shares={line.byOrganisation.map((one) => ({
            ...one,
            key: one.organisationId,
            name: (
              <CommunityLink place={`partners/${one.organisationId}`}>
                <Own>{one.organisation}</Own>
              </CommunityLink>
            ),
          }))}
        />
        <Shares
          line={line}
          title={t('finances:byInitiative')}
          shares={line.byInitiative.map((one) => ({
            ...one,
            key: one.initiativeId ?? 'community',
            name: one.initiativeId ? (
              <CommunityLink place={`initiatives/${one.initiativeId}`}>
                <Own>{one.initiative}</Own>
              </CommunityLink>
            ) : (
              t('pledges:community')
            ),
          }))}
        />
      </div>
    </Section>
  )
}

interface ShownShare {
  readonly key: string
  readonly name: ReactNode
  readonly promised: PledgeFigure
  readonly received: PledgeFigure
  readonly promisedShareRatio: number | null
}

function Shares({ line, title, shares }: { line: FundingLine; title: string; shares: readonly ShownShare[] }) {
  const { t, locale } = useWords()
  const { currency, unit } = line
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  if (shares.length === 0) return null
  return (
    <details className={classes.share}>
      <summary>{title}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{t('finances:figure.promised')}</th>
            <th scope="col">{t('finances:figure.received')}</th>
            <th scope="col">%</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ key, name, promised, received, promisedShareRatio }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <Amount of={{ ...promised, currency, unit }} />
              </td>
              <td>
                <Amount of={{ ...received, currency, unit }} />
              </td>
              <td>{promisedShareRatio !== null && percent.format(promisedShareRatio)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Costs({ costs }: { costs: FundingPicture['costs'] }) {
  const { t } = useWords()
  return costs.map(({ currency, figures }) => (
    <Section key={currency} title={`${t('finances:costs.title')} (${currency})`}>
      <Figures
        figures={figures.map(({ formula, amountMinor }) => ({
          formula,
          of: { amountMinor, currency, quantity: null, unit: null },
          pledges: null,
        }))}
      />
    </Section>
  ))
}
