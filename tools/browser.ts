import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Refusal } from './refusal.ts'
import { repository } from './settings.ts'

export interface Browser {
  path: string
  args: string[]
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The last two give WebGL on machines without a graphics card. */
const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
]

/** A Chromium to test with: the one named by CHROMIUM_PATH, of the system, of Playwright, or of our own packages. */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const named = env['CHROMIUM_PATH']
  if (named) {
    if (existsSync(named)) return { path: named, args }
    throw new Refusal(`CHROMIUM_PATH is ${named}, but there is no such file.`)
  }
  const found = [...installed, playwrightBrowser()].find((candidate) => candidate !== '' && existsSync(candidate))
  if (found !== undefined) return { path: found, args }
  if (process.platform === 'linux' && process.arch === 'x64') return packagedBrowser(env)
  throw new Refusal(
    'There is no Chromium for the tests in the browser. Install one (on Debian: apt-get install chromium; anywhere: ' +
      'npx playwright install chromium), or set CHROMIUM_PATH to the one you have.',
  )
}

function playwrightBrowser(): string {
  const { chromium } = createRequire(`${repository}/package.json`)(
    'playwright-core',
  ) as typeof import('playwright-core')
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}

/** It unpacks itself into the temporary folder, together with the libraries a bare machine lacks. */
async function packagedBrowser(env: NodeJS.ProcessEnv): Promise<Browser> {
  // Read while the package loads: without it the package takes the libraries of the machine for granted.
  env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs24.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  return {
    path: await chromium.executablePath(),
    args: [...args.filter((flag) => flag !== '--disable-gpu'), '--no-zygote'],
  }
}
