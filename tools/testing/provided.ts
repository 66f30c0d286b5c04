import 'vitest'

/** A person of the demo community and how to sign in as them. */
export interface SignIn {
  role: string
  name: string
  email: string
  password: string
}

declare module 'vitest' {
  /** What the global setups in tools/testing hand to the test files; read with `inject('…')`. */
  export interface ProvidedContext {
    /** api: the maintenance database of the test cluster, as superuser. */
    maintenanceUrl: string
    /** api: name of the migrated database that `createTestDatabase` copies. */
    templateDatabase: string
    /** e2e: address of the running product, without a slash at the end. */
    baseUrl: string
    /** e2e: folder where mails are laid that no mail server takes. */
    outbox: string
    /** e2e: executable of the browser. */
    browserPath: string
    /** e2e: flags that this browser needs to run on any machine. */
    browserArgs: string[]
    /** e2e: the demo community's people. */
    signIns: SignIn[]
  }
}
