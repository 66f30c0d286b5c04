// pnpm bench api [small]: how near the product comes to a hand-tuned floor, measured side by side in one run.
// pnpm bench crash: whether anything acknowledged is lost, or anything repeated doubled, when processes are killed.
// pnpm bench risks [small]: the engine against plain readings from all facts, its growth, a month more, late facts, explanations, many communities.
// pnpm bench properties [runs]: every property of the engine 1,000 times.
// pnpm bench mutation [part]: whether the engine's tests notice when it is changed.
// pnpm bench what-if: how fast "what if they leave" is answered, in Node and in Chromium, by the size of the community.
const [what, size = 'full'] = process.argv.slice(2)
const benches: Record<string, () => Promise<boolean>> = {
  api: async () => (await import('./bench/api/main.ts')).benchApi(size),
  'what-if': async () => (await import('./bench/what-if/main.ts')).benchWhatIf(),
  crash: async () => (await import('./bench/crash/main.ts')).crash(),
  risks: async () => (await import('./bench/risks/main.ts')).benchRisks(size),
  properties: async () => (await import('./bench/properties/main.ts')).properties(size),
  mutation: async () => (await import('./mutation/main.ts')).mutation(size),
}
const bench = benches[what ?? '']
if (!bench) {
  console.error(`Say what to measure: ${Object.keys(benches).join(' or ')}`)
  process.exit(2)
}
process.exitCode = (await bench()) ? 0 : 1
