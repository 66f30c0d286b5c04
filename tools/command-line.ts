import { openDatabase } from './database.ts'
import { failureSentence } from './failure-sentence.ts'
import { launchChain, watchChain } from './launch-chain.ts'
import { surviveClosedOutput } from './progress.ts'
import { callerFolder, readSettings } from './settings.ts'

/**
 * Runs one command on the database of this installation, beside `start` if that is running. Standard output belongs to
 * the command: what it answers can be read by a program.
 */
export async function commandLine(words: string[]): Promise<void> {
  surviveClosedOutput()
  try {
    const settings = readSettings(process.env)
    // Paths that people type mean where they stand, not the root of the repository where pnpm runs this.
    process.chdir(callerFolder(process.env))
    const database = await openDatabase(settings)
    const leave = (status: number): void => {
      void database.close().finally(() => process.exit(status))
    }
    process.once('SIGINT', () => leave(130))
    process.once('SIGTERM', () => leave(143))
    process.once('SIGHUP', () => leave(129))
    watchChain(launchChain(), () => leave(1))
    try {
      const { runCommand } = await import('../apps/api/src/cli.ts')
      const { databaseUrl, isEmbedded } = database
      process.exitCode = await runCommand(words, { databaseUrl, isEmbedded, dataDir: settings.dataDir })
    } finally {
      await database.close()
    }
  } catch (error) {
    console.error(failureSentence(error))
    process.exitCode = 1
  }
}
