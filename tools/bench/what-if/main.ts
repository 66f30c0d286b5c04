import { createRequire } from 'node:module'
import path from 'node:path'
import { findBrowser } from '../../browser.ts'
import { type Latency, measureGenerated } from './measure.ts'

const sizes = [
  [20, 60],
  [50, 500],
  [200, 2000],
] as const
/** What a hand on a slider notices. */
const LIMIT_MS = 50

interface Chunk {
  readonly type: string
  readonly code?: string
}

/** pnpm bench what-if: how fast a question is answered, in this Node and in Chromium, by the size of the community. */
export async function benchWhatIf(): Promise<boolean> {
  const inNode = sizes.map(([partners, initiatives]) => measureGenerated(partners, initiatives))
  const inChromium = await measureInChromium()
  print('Node', inNode)
  print('Chromium', inChromium)
  const largest = inChromium.at(-1)
  const isFast = largest !== undefined && largest.ask95 <= LIMIT_MS && largest.slide95 <= LIMIT_MS
  console.log(`\n200 partners, 2,000 initiatives in Chromium within ${LIMIT_MS} ms: ${isFast ? 'met' : 'missed'}`)
  return isFast
}

async function measureInChromium(): Promise<Latency[]> {
  const fromWeb = createRequire(path.resolve(import.meta.dirname, '../../../apps/web/package.json'))
  const fromJourneys = createRequire(path.resolve(import.meta.dirname, '../../../e2e/package.json'))
  const vite = (await import(fromWeb.resolve('vite'))) as {
    build: (options: object) => Promise<readonly { readonly output: readonly Chunk[] }[]>
  }
  const { chromium } = fromJourneys('playwright-core') as {
    chromium: { launch: (options: object) => Promise<BrowserLike> }
  }
  const [built] = await vite.build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: path.resolve(import.meta.dirname, 'in-browser.ts'), formats: ['iife'], name: 'bench' },
    },
  })
  const code = built?.output.find((one) => one.type === 'chunk')?.code ?? ''
  const { path: executablePath, args } = await findBrowser()
  const browser = await chromium.launch({ executablePath, args })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: code })
    const measured: Latency[] = []
    for (const [partners, initiatives] of sizes)
      measured.push((await page.evaluate(`measureGenerated(${partners}, ${initiatives})`)) as Latency)
    return measured
  } finally {
    await browser.close()
  }
}

interface BrowserLike {
  readonly newPage: () => Promise<{
    readonly addScriptTag: (script: { readonly content: string }) => Promise<unknown>
    readonly evaluate: (expression: string) => Promise<unknown>
  }>
  readonly close: () => Promise<void>
}

function print(where: string, latencies: readonly Latency[]): void {
  const ms = (value: number) => value.toFixed(1).padStart(8)
  console.log(`\n${where.padEnd(22)}   facts    open     ask   95 %   slide   95 %   worst five  (ms)`)
  for (const [index, [partners, initiatives]] of sizes.entries()) {
    const one = latencies[index]
    if (one === undefined) continue
    console.log(
      `${`${partners} partners, ${initiatives}`.padEnd(22)}${String(one.facts).padStart(8)}${ms(one.open)}${ms(one.ask)}${ms(one.ask95)}${ms(one.slide)}${ms(one.slide95)}${ms(one.worst)}`,
    )
  }
}
