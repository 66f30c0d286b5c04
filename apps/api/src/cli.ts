import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Writable } from 'node:stream'
import type { Command } from './cli/command.ts'
import { refuseOtherSchema } from './cli/schema-check.ts'
import { filesFrom } from './config.ts'
import { connect } from './database/connect.ts'
import { folderStore } from './files/folder-store.ts'

export interface CommandOptions {
  readonly databaseUrl: string
  /** The database is the one this installation made for itself. */
  readonly isEmbedded: boolean
  readonly dataDir?: string
  /** Where relative paths start. */
  readonly cwd?: string
  /** What a command answers goes to `stdout`, how it goes along to `stderr`. */
  readonly stdout?: Writable
  readonly stderr?: Writable
}

const help = `commonweal <command>

  import <folder|zip>            bring in a community package; founds the community where it is new
      --steward <email>            make sure this person can open the community
      --dry-run                    check everything, change nothing
      --lenient                    unknown files and columns are warnings
      --json                       answer with the whole report
  export <community> <folder>    write everything a community owns (or <file.zip>)
  risks <community>              readings month by month
      --from YYYY-MM --to YYYY-MM  first and last month
      --known-on YYYY-MM-DD        as it was known at the end of that day
      --json                       answer with every figure
  communities                    the communities of this installation
  help                           this text
`

type Run = (command: Command) => Promise<number>

/** Each command is loaded when it is asked for: most of the code of the others is never read. */
const commands = {
  import: {
    load: async () => (await import('./cli/import-command.ts')).importCommand,
    arguments: 1,
    options: {
      steward: { type: 'string' },
      'dry-run': { type: 'boolean' },
      lenient: { type: 'boolean' },
      json: { type: 'boolean' },
    },
  },
  export: { load: async () => (await import('./cli/export-command.ts')).exportCommand, arguments: 2, options: {} },
  risks: {
    load: async () => (await import('./cli/risks-command.ts')).risksCommand,
    arguments: 1,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      'known-on': { type: 'string' },
      json: { type: 'boolean' },
    },
  },
  communities: {
    load: async () => (await import('./cli/communities-command.ts')).listCommunities,
    arguments: 0,
    options: { json: { type: 'boolean' } },
  },
} as const satisfies Record<
  string,
  { load: () => Promise<Run>; arguments: number; options: ParseArgsConfig['options'] }
>

/**
 * Runs one command as the operator of the installation. Answers the exit status: 0 done, 1 refused, 2 not understood.
 */
export async function runCommand(argv: readonly string[], options: CommandOptions): Promise<number> {
  const { stdout = process.stdout, stderr = process.stderr, cwd = process.cwd() } = options
  const [name, ...words] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const out = name === undefined ? stderr : stdout
    out.write(help)
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : null
  const parsed = command && understood(words, command)
  if (!command || !parsed || typeof parsed === 'string') {
    stderr.write(
      `${command ? `commonweal ${name}: ${typeof parsed === 'string' ? parsed : 'not understood'}` : `commonweal does not know the command "${name}"`}\nTry: commonweal help\n`,
    )
    return 2
  }
  const refusal = await refuseOtherSchema(options)
  if (refusal) {
    stderr.write(`${refusal}\n`)
    return 1
  }
  const faults: string[] = []
  const { fileDir, fileQuotaBytes } = filesFrom(process.env, options.dataDir, faults)
  if (faults.length > 0) {
    stderr.write(`${faults.join('\n')}\n`)
    return 2
  }
  const pool = connect({ databaseUrl: options.databaseUrl, maxConnections: 2 })
  try {
    const run: Run = await command.load()
    const files = { store: folderStore(fileDir), quotaBytes: fileQuotaBytes }
    return await run({ pool, files, words: parsed.positionals, flags: parsed.values, cwd, stdout, stderr })
  } finally {
    await pool.end()
  }
}

function understood(words: string[], command: (typeof commands)[keyof typeof commands]) {
  try {
    const parsed = parseArgs({
      args: words,
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    if (parsed.positionals.length === command.arguments) return parsed
    return `expects ${command.arguments === 0 ? 'nothing' : `${command.arguments} name${command.arguments > 1 ? 's' : ''}`} after it, not ${parsed.positionals.length}`
  } catch (error) {
    return (error as Error).message
  }
}
