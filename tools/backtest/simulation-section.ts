import type { Random } from './random.ts'
import { number, range, table } from './report.ts'
import type { Section } from './section.ts'
import { RATES, RUNS, simulate } from './simulated-networks.ts'

export function simulationSection(seed: number, random: Random): Section {
  const cells = simulate(seed, random)
  const names = cells[0]?.steady.map(({ detector }) => detector) ?? []
  const ofRate = (rate: number) => cells.filter(({ cell }) => cell.rate === rate)
  const steadyRange = (rate: number, detector: string, figure: 'falseEpisodesPerYear' | 'falseShareOfTime') =>
    range(
      ofRate(rate).flatMap(({ steady }) => steady.find((one) => one.detector === detector)?.figures[figure] ?? []),
      2,
    )
  const rates = RATES.filter((rate) => rate >= 0.5)
  const judged = rates.flatMap((rate) =>
    ofRate(rate).map(
      ({ steady }) =>
        steady.find(({ detector }) => detector === 'engine, warning')?.figures.falseEpisodesPerYear ?? Infinity,
    ),
  )
  const worst = Math.max(...judged)
  return {
    title: `Simulation: ${RUNS} networks a cell, pools of 10 and 40, with and without season, seed ${seed}`,
    lines: [
      'Ranges over the four cells of a rate. False episodes and share of time: networks that go on as they began, from month 24 of 96. Delay: months from a drop to 0.15 of the rate to the alarm, median of those found; an alarm that happened to be on counts as found at once, which flatters nervous rules.',
      '',
      table(
        [
          'detector',
          ...RATES.flatMap((rate) => [`${rate} a month: false / year`, 'share of time', 'delay, found of 60']),
        ],
        names.map((name) => [
          name,
          ...RATES.flatMap((rate) => [
            steadyRange(rate, name, 'falseEpisodesPerYear'),
            steadyRange(rate, name, 'falseShareOfTime'),
            delays(ofRate(rate).map(({ dropped }) => dropped.get(name))),
          ]),
        ]),
      ),
      '',
      'All steady networks together:',
      '',
      table(
        [
          'detector',
          'false episodes / year',
          'on-off changes / year',
          'months unread',
          'mean months of a false episode',
        ],
        names.map((name) => {
          const all = cells.flatMap(({ steady }) => steady.filter(({ detector }) => detector === name))
          const mean = (figure: 'falseEpisodesPerYear' | 'changesPerYear' | 'unreadShare') =>
            number(all.reduce((sum, { figures }) => sum + (figures[figure] ?? 0), 0) / all.length, 2)
          return [name, mean('falseEpisodesPerYear'), mean('changesPerYear'), mean('unreadShare'), lengthOf(all)]
        }),
      ),
    ],
    verdicts: [
      {
        text: `simulation: ${number(worst, 2)} false warning episodes a network-year in the worst cell at 0.5 starts a month or more, at most 0.20`,
        isMet: worst <= 0.2,
      },
    ],
  }
}

function lengthOf(
  results: readonly { figures: { falseShareOfTime: number | null; falseEpisodesPerYear: number | null } }[],
): string {
  const share = results.reduce((sum, { figures }) => sum + (figures.falseShareOfTime ?? 0), 0)
  const episodes = results.reduce((sum, { figures }) => sum + (figures.falseEpisodesPerYear ?? 0), 0)
  return episodes === 0 ? '–' : ((12 * share) / episodes).toFixed(1)
}

function delays(cells: readonly ({ found: number; delays: readonly number[] } | undefined)[]): string {
  const known = cells.flatMap((cell) => (cell === undefined ? [] : [cell]))
  const medians = known.flatMap((cell) => {
    const sorted = cell.delays.toSorted((a, b) => a - b)
    const middle = sorted[Math.floor(sorted.length / 2)]
    return middle === undefined ? [] : [middle]
  })
  return medians.length === 0
    ? '–, 0'
    : `${range(medians, 0)}, ${range(
        known.map(({ found }) => found),
        0,
      )}`
}
