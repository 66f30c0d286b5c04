/**
 * Runs `work` while holding a lock that all processes of this machine see as the file `path`. The lock of a process that
 * died is taken over, so nobody has to remove files by hand. Throws after `patienceMs` of waiting for a living holder.
 */
export declare function withLock<T>(path: string, work: () => Promise<T>, patienceMs?: number): Promise<T>;
