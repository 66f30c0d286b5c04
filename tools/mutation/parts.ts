/** A part of the engine, and the tests that judge it: those that read it, the quickest first, for the first that notices ends the asking. */
export interface Part {
  /** Folder below the engine's. */
  readonly of: string
  readonly only: RegExp
  readonly tests: readonly string[]
  /** How often each property is tried. */
  readonly runs: number
}

const engine = 'packages/domain/src/risks'
const tests = 'packages/domain/test'
const ALL = /\.ts$/
const WORKED = [`${tests}/worked-examples.test.ts`, `${tests}/golden.test.ts`]
const READ_THE_FLAGS = [`${engine}/timeline.test.ts`, ...WORKED]

export const parts: Readonly<Record<string, Part>> = {
  flags: {
    of: '.',
    only: /^(flag-.*|revised-months)\.ts$/,
    tests: [
      `${engine}/flag-*.test.ts`,
      `${tests}/revised-months.test.ts`,
      ...READ_THE_FLAGS,
      `${tests}/flag-properties.test.ts`,
      `${tests}/reading-properties.test.ts`,
    ],
    runs: 4,
  },
  statistics: {
    of: 'statistics',
    only: ALL,
    tests: [
      `${tests}/statistics-edges.test.ts`,
      `${tests}/worked-examples.test.ts`,
      `${tests}/statistics-properties.test.ts`,
      `${tests}/money-properties.test.ts`,
      `${tests}/oracles.test.ts`,
      `${tests}/secondary-oracles.test.ts`,
      `${tests}/golden.test.ts`,
    ],
    runs: 20,
  },
  funding: {
    of: 'funding',
    only: ALL,
    tests: [`${tests}/funding-*.test.ts`, ...READ_THE_FLAGS],
    runs: 1,
  },
  stagnation: {
    of: 'stagnation',
    only: ALL,
    tests: [`${tests}/stagnation-*.test.ts`, ...READ_THE_FLAGS],
    runs: 1,
  },
  network: {
    of: 'network',
    only: ALL,
    tests: [
      `${tests}/network-*.test.ts`,
      `${tests}/worked-examples.test.ts`,
      `${tests}/oracles.test.ts`,
      `${tests}/secondary-oracles.test.ts`,
    ],
    runs: 10,
  },
  resilience: {
    of: 'resilience',
    only: ALL,
    tests: [`${engine}/resilience/*.test.ts`, `${tests}/money-left-out.test.ts`],
    runs: 1,
  },
  kept: {
    of: '.',
    only: /^(?!flag-|revised-months|timeline-in-force|what-would-lower).*\.ts$/,
    tests: [
      `${engine}/*.test.ts`,
      `${tests}/*-kept.test.ts`,
      `${tests}/history-before.test.ts`,
      `${tests}/funding-facts.test.ts`,
      `${tests}/stagnation-readings.test.ts`,
      `${tests}/worked-examples.test.ts`,
      `${tests}/golden.test.ts`,
    ],
    runs: 2,
  },
  reread: {
    of: '.',
    only: /^(timeline-in-force|what-would-lower)\.ts$/,
    tests: [`${tests}/timeline-in-force.test.ts`, `${tests}/what-would-lower.test.ts`],
    runs: 2,
  },
  secondary: {
    of: 'secondary',
    only: ALL,
    tests: [
      `${engine}/secondary/*.test.ts`,
      `${tests}/signs-told.test.ts`,
      `${tests}/person-signs.test.ts`,
      `${tests}/secondary-boundaries.test.ts`,
      `${tests}/secondary-months.test.ts`,
      `${tests}/secondary-versions.test.ts`,
      `${tests}/secondary-timeline.test.ts`,
    ],
    runs: 3,
  },
  'what-if': {
    of: 'what-if',
    only: ALL,
    tests: [`${tests}/what-if-*.test.ts`, `${engine}/resilience/*.test.ts`],
    runs: 1,
  },
  'explain-signs': { of: 'explain-signs', only: ALL, tests: [`${tests}/sign-!(months).test.ts`], runs: 1 },
  explain: { of: 'explain', only: ALL, tests: [`${tests}/explain-!(golden).test.ts`], runs: 1 },
}
