// pnpm bench api [small]: how near the product comes to a hand-tuned floor, measured side by side in one run.
// pnpm bench crash: whether anything acknowledged is lost, or anything repeated doubled, when processes are killed.
const [what, size = 'full'] = process.argv.slice(2)
const benches: Record<string, () => Promise<boolean>> = {
  api: async () => (await import('./bench/api/main.ts')).benchApi(size),
  crash: async () => (await import('./bench/crash/main.ts')).crash(),
}
const bench = benches[what ?? '']
if (!bench) {
  console.error(`Say what to measure: ${Object.keys(benches).join(' or ')}`)
  process.exit(2)
}
process.exitCode = (await bench()) ? 0 : 1
