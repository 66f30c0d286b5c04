import { runVitest } from '../run-module.ts'

const RUNS = 1000
/** A property that folds a thousand histories may take minutes on a busy machine. */
const TIMEOUT_MS = 1_800_000

/** `pnpm bench properties [runs]`: every property of the risk engine a thousand times, from the same seed as every day. */
export function properties(asked: string): Promise<boolean> {
  const runs = Number(asked) > 0 ? Number(asked) : RUNS
  console.log(`Every property of the risk engine, ${runs} runs each`)
  return runVitest(
    [
      'run',
      '-c',
      'tools/vitest.config.ts',
      '--project',
      'unit',
      `--testTimeout=${TIMEOUT_MS}`,
      'packages/domain/test/oracles',
      'packages/domain/test/invariants',
      'packages/domain/test/incremental',
      'packages/domain/test/statistics-properties',
      'packages/domain/test/money-properties',
      'packages/domain/test/flag-properties',
      'packages/domain/test/reading-properties',
    ],
    { COMMONWEAL_PROPERTY_RUNS: String(runs) },
  )
}
