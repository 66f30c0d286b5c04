import type { Lease } from './lease.ts';
/** A cluster for one test run: fast, not durable, and gone when the lease ends or its process dies. */
export declare function startScratchCluster(): Promise<Lease>;
