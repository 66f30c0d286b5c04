import { parameters } from '@commonweal/domain/risks/parameters'
import type { StressAnswer } from '@commonweal/domain/risks/what-if/stress-answer'
import { useCommunity } from '../../session/community.tsx'
import { Section } from '../../ui/section.tsx'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import { MoneyCourses } from './money-courses.tsx'
import classes from './what-if.module.css'
import '../../words/of/departures.ts'

/** Money confirmed for the months ahead, and the balance, as things stand and in the question. */
export function MoneyAheadView({ answer }: { answer: StressAnswer }) {
  const { t } = useWords()
  const v = useVoice()
  const { slug } = useCommunity()
  const { money, currency } = answer
  if (money.with.months.length === 0) return null
  return (
    <Section title={t('departures:money.title')}>
      <MoneyCourses
        with={money.with.months}
        without={money.without.months}
        lanes={{ with: t('departures:flags.with'), without: t('departures:flags.without') }}
        currency={currency}
        cliffIn={money.without.cliffIn}
        negativeIn={money.without.negativeIn}
        table={{ label: t('departures:money.table'), fileName: `${slug}-what-if-money` }}
      >
        <p className={classes.hint}>
          {t('departures:money.how', {
            haircut: v.share(parameters.funding.runway.haircut.expected),
            pledges: v.number(money.pledges),
          })}
        </p>
      </MoneyCourses>
    </Section>
  )
}
