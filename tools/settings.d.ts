export declare const repository: string
export interface Settings {
  host: string
  port: number
  /** Null means the embedded database. */
  databaseUrl: string | null
  /** Everything an installation keeps: the embedded database, keys, files. */
  dataDir: string
  /** Null means the bound address. */
  publicUrl: string | null
}
export declare function readSettings(env: NodeJS.ProcessEnv): Settings
/** The environment without the settings of an installation: a test must never meet somebody's real database. */
export declare function withoutSettings(env: NodeJS.ProcessEnv): Record<string, string>
/** Where the caller stood when pnpm started this script in the root of the repository. */
export declare function callerFolder(env: NodeJS.ProcessEnv): string
