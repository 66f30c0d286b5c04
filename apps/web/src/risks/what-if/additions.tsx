import type { History } from '@commonweal/domain/risks/history'
import { CloseButton, Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState, type ReactNode } from 'react'
import { minorOf } from '../../money/money.ts'
import { useWords } from '../../words/words.tsx'
import { useVoice } from '../voice.ts'
import above from './list-above.module.css'
import type { Names } from './names.ts'
import { addingOf, initiativeEntry, partnerEntry, pledgeEntry } from './what-if-search.ts'
import classes from './what-if.module.css'
import { sectors } from '@commonweal/domain/partners/sectors'
import '../../words/of/departures.ts'
import '../../words/of/partners.ts'

interface Props {
  readonly history: History
  readonly names: Names
  readonly month: string
  readonly entries: readonly string[]
  readonly onChange: (entries: string[]) => void
}

const durations = ['6', '12', '18', '24', '36']

/** Hypothetical pledges, partners and initiatives: what might be put in the place of who leaves. */
export function Additions({ history, names, month, entries, onChange }: Props) {
  const { t } = useWords()
  const add = (entry: string) => onChange([...entries.filter((one) => one !== entry), entry])
  return (
    <div>
      {entries.length > 0 && (
        <ul className={classes.added}>
          {entries.map((entry) => (
            <Added
              key={entry}
              entry={entry}
              names={names}
              onRemove={() => onChange(entries.filter((one) => one !== entry))}
            />
          ))}
        </ul>
      )}
      <details className={classes.adding} data-no-print>
        <summary>{t('departures:adding.title')}</summary>
        <div className={classes.additions}>
          <PledgeForm history={history} onAdd={add} />
          <PartnerForm history={history} month={month} onAdd={add} />
          <InitiativeForm history={history} onAdd={add} />
        </div>
      </details>
    </div>
  )
}

function Added({ entry, names, onRemove }: { entry: string; names: Names; onRemove: () => void }) {
  const { t } = useWords()
  const v = useVoice()
  const { pledges, partners, initiatives } = addingOf({ add: entry })
  const nameOf = (id: string) => names.organisation(id) ?? id
  const said =
    pledges.map((one) =>
      t('departures:adding.saidPledge', {
        amount: v.money(one.amountMinor),
        who: one.organisationId === null ? t('departures:adding.newFunder') : nameOf(one.organisationId),
        count: one.months,
      }),
    )[0] ??
    partners.map((one) => {
      const sector = t(`partners:sector.${one.sector as 'ngo'}`)
      return one.initiativeId === null
        ? t('departures:adding.saidPartner', { sector })
        : t('departures:adding.saidPartnerJoins', { sector, initiative: names.initiative(one.initiativeId) ?? '' })
    })[0] ??
    initiatives.map((one) =>
      t('departures:adding.saidInitiative', { list: v.list(one.organisationIds.map(nameOf)) }),
    )[0] ??
    entry
  return (
    <li className={classes.chip}>
      <span>{said}</span>
      <CloseButton aria-label={t('departures:adding.remove', { name: said })} onClick={onRemove} />
    </li>
  )
}

interface FormProps {
  readonly history: History
  readonly onAdd: (entry: string) => void
}

function Form({ legend, onAdd, children }: { legend: string; onAdd: () => void; children: ReactNode }) {
  const { t } = useWords()
  return (
    <fieldset className={classes.addition}>
      <legend>{legend}</legend>
      {children}
      <Button variant="default" aria-label={`${t('departures:adding.add')}: ${legend}`} onClick={onAdd}>
        {t('departures:adding.add')}
      </Button>
    </fieldset>
  )
}

function useOrganisationChoices({ organisations }: History) {
  const { locale } = useWords()
  return useMemo(
    () =>
      organisations
        .map(({ id, name }) => ({ value: id, label: name ?? id }))
        .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    [organisations, locale],
  )
}

function PledgeForm({ history, onAdd }: FormProps) {
  const { t } = useWords()
  const organisations = useOrganisationChoices(history)
  const [funder, setFunder] = useState('')
  const [amount, setAmount] = useState('')
  const [months, setMonths] = useState('12')
  const [isWrong, setWrong] = useState(false)
  const add = () => {
    const minor = minorOf(amount, history.currency)
    setWrong(minor === null || minor <= 0)
    if (minor !== null && minor > 0) onAdd(pledgeEntry(funder === '' ? null : funder, minor, Number(months)))
  }
  return (
    <Form legend={t('departures:adding.pledge')} onAdd={add}>
      <NativeSelect
        label={t('departures:adding.from')}
        data={[{ value: '', label: t('departures:adding.newFunder') }, ...organisations]}
        value={funder}
        onChange={(event) => setFunder(event.currentTarget.value)}
      />
      <TextInput
        label={t('departures:adding.amount', { currency: history.currency })}
        inputMode="decimal"
        value={amount}
        error={isWrong && t('departures:adding.amountWrong')}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('departures:adding.months')}
        data={durations}
        value={months}
        onChange={(event) => setMonths(event.currentTarget.value)}
      />
    </Form>
  )
}

function PartnerForm({ history, month, onAdd }: FormProps & { month: string }) {
  const { t, locale } = useWords()
  const [sector, setSector] = useState<string>('ngo')
  const [initiative, setInitiative] = useState('')
  const open = useMemo(
    () =>
      history.initiatives
        .filter(
          ({ startedOn, endedOn }) =>
            startedOn !== null && startedOn < `${month}-01` && (endedOn === null || endedOn > `${month}-01`),
        )
        .map(({ id, title }) => ({ value: id, label: title ?? id }))
        .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    [history, month, locale],
  )
  return (
    <Form
      legend={t('departures:adding.partner')}
      onAdd={() => onAdd(partnerEntry(sector, initiative === '' ? null : initiative))}
    >
      <NativeSelect
        label={t('departures:adding.sector')}
        data={sectors.map((one) => ({ value: one, label: t(`partners:sector.${one}`) }))}
        value={sector}
        onChange={(event) => setSector(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('departures:adding.joins')}
        data={[{ value: '', label: t('departures:adding.joinsNothing') }, ...open]}
        value={initiative}
        onChange={(event) => setInitiative(event.currentTarget.value)}
      />
    </Form>
  )
}

function InitiativeForm({ history, onAdd }: FormProps) {
  const { t } = useWords()
  const organisations = useOrganisationChoices(history)
  const [partners, setPartners] = useState<string[]>([])
  const [months, setMonths] = useState('12')
  const [isEmpty, setEmpty] = useState(false)
  const add = () => {
    setEmpty(partners.length === 0)
    if (partners.length > 0) onAdd(initiativeEntry(partners, Number(months)))
  }
  return (
    <Form legend={t('departures:adding.initiative')} onAdd={add}>
      <MultiSelect
        label={t('departures:adding.partners')}
        data={organisations}
        value={partners}
        onChange={setPartners}
        error={isEmpty && t('departures:adding.partnersNone')}
        nothingFoundMessage={t('departures:who.nothing')}
        limit={60}
        maxValues={15}
        size="md"
        searchable
        hidePickedOptions
        comboboxProps={{ shadow: 'md', classNames: { dropdown: above.label } }}
      />
      <NativeSelect
        label={t('departures:adding.months')}
        data={durations}
        value={months}
        onChange={(event) => setMonths(event.currentTarget.value)}
      />
    </Form>
  )
}
