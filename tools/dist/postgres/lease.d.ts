import type { Place } from './place.ts';
import type { Server } from './server.ts';
export interface Lease {
    server: Server;
    /** Gives the lease back; whoever is last stops the server. */
    release(): Promise<void>;
}
export interface Manner {
    /** Off for tests: nothing is flushed to disk, and the server stops without a checkpoint. */
    isDurable: boolean;
    /** Removes the whole place when the last lease ends. */
    isTemporary: boolean;
}
export declare const lasting: Manner;
export declare const passing: Manner;
/** Makes the cluster if there is none, starts or adopts its server, and keeps it running until `release`. */
export declare function takeLease(place: Place, manner?: Manner): Promise<Lease>;
/** Ends one lease; with the last living one the server stops. Does nothing when the lease has been ended before. */
export declare function endLease(place: Place, file: string, manner: Manner): Promise<void>;
/** Counts the leases whose process still lives and forgets the others. */
export declare function livingLeases(place: Place): number;
/** Makes sure that the server has this database. */
export declare function ensureDatabase(server: Server, name: string): Promise<void>;
