export interface Browser {
  path: string
  args: string[]
}
/** A Chromium to test with: the one named by CHROMIUM_PATH, of the system, of Playwright, or of our own packages. */
export declare function findBrowser(env?: NodeJS.ProcessEnv): Promise<Browser>
