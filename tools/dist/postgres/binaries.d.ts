import type { Account } from './account.ts';
export interface Binaries {
    version: string;
    /** Folder with bin/, lib/ and share/. */
    native: string;
}
/** The PostgreSQL programs that the package manager installed for this platform. */
export declare function installedBinaries(): Binaries;
export declare function programOf(binaries: Binaries, name: 'postgres' | 'initdb'): string;
/** Whether the account can enter the folders above the programs and run them. */
export declare function canRun(binaries: Binaries, account: Account): boolean;
/** A copy at `home` that every account can run; made once, in a sibling that is renamed when it is complete. */
export declare function copyBinaries(binaries: Binaries, home: string): Binaries;
