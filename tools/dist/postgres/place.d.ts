import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
/** Where a cluster lives, with which programs and under which account it runs. */
export interface Place {
    /** Holds everything below; belongs to the account of this process. */
    home: string;
    /** The cluster itself; belongs to the server's account. */
    data: string;
    /** Unix socket; belongs to the server's account. */
    run: string;
    log: string;
    passwordFile: string;
    leases: string;
    lock: string;
    account: Account;
    binaries: Binaries;
}
/**
 * The place for the cluster of a data folder: inside it, or, when root's data folder is closed to the server's account,
 * under /var/lib/commonweal in a folder named after this data folder and this installation.
 */
export declare function placeFor(dataDir: string): Place;
/** A place in an existing folder the caller made for it, without a fallback. */
export declare function placeAt(home: string, account: Account): Place;
/** A folder for clusters that live as long as their test run: the temporary one if the server's account may enter it. */
export declare function scratchRoot(temporary: string, account: Account): string;
