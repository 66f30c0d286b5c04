import type { Place } from './place.ts';
export interface Server {
    pid: number;
    port: number;
    /** Connection string for a database of this server, as the superuser. */
    urlOf(database: string): string;
}
/** The server that already works on this place's cluster, or a new one. The caller holds the place's lock. */
export declare function ensureServer(place: Place, { isDurable }: {
    isDurable: boolean;
}): Promise<Server>;
/** Stops the server and waits until it is gone. `fast` ends sessions and writes a checkpoint, `immediate` just leaves. */
export declare function stopServer(place: Place, mode: 'fast' | 'immediate'): Promise<void>;
