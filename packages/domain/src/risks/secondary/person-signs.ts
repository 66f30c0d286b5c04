import { type PersonFlagName, personFlagNames, type SecondaryFlagName, secondaryFlagNames } from './flag-names.ts'
import type { SecondaryFlag, SecondaryReading } from './secondary-fold.ts'

export interface SeenFlag extends SecondaryFlag {
  /** What the flag was read from is shown only to those who look after the network. */
  readonly isWithheld: boolean
}

export interface SeenReading extends Omit<SecondaryReading, 'flags'> {
  readonly flags: Readonly<Record<SecondaryFlagName, SeenFlag>>
}

/** The reading as everybody may see it: of the flags that tell of persons only the level, and nothing it was read from. */
export function withoutPersons<Reading extends SecondaryReading>(
  reading: Reading,
): Omit<Reading, 'flags'> & SeenReading {
  const flags = Object.fromEntries(
    secondaryFlagNames.map((name): [SecondaryFlagName, SeenFlag] => {
      const flag = reading.flags[name]
      return [name, isOfPersons(name) ? withheld(flag) : { ...flag, isWithheld: false }]
    }),
  ) as Record<SecondaryFlagName, SeenFlag>
  return { ...reading, flags }
}

/** The flags that tell of persons, for those who look after the network; which person they tell of only where `isNamed`. */
export function personSigns({ flags }: SecondaryReading, isNamed: boolean): Readonly<Record<PersonFlagName, SeenFlag>> {
  return Object.fromEntries(
    personFlagNames.map((name) => [name, { ...(isNamed ? flags[name] : unnamed(flags[name])), isWithheld: false }]),
  ) as Record<PersonFlagName, SeenFlag>
}

function isOfPersons(name: SecondaryFlagName): boolean {
  return (personFlagNames as readonly string[]).includes(name)
}

function unnamed(flag: SecondaryFlag): SecondaryFlag {
  if (flag.persons === null) return flag
  const { topPersonIds: _, ...figures } = flag.persons
  return { ...flag, persons: figures }
}

function withheld(flag: SecondaryFlag): SeenFlag {
  return {
    ...flag,
    value: null,
    interval: null,
    n: 0,
    parts: {},
    contributors: {},
    reported: {},
    persons: null,
    change: flag.change && { ...flag.change, points: {}, contributors: {} },
    isWithheld: true,
  }
}
