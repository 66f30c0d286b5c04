import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

/** Runs vitest in a process of its own, at the root; whether it ended well. */
export function runVitest(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<boolean> {
  return runModule('node_modules/vitest/vitest.mjs', args, environment)
}

/** Runs a module of node_modules with this very Node; whether it ended well. */
export function runModule(
  module: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<boolean> {
  const child = spawn(process.execPath, [path.join(root, module), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}
