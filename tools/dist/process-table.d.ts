/**
 * Identity of a living process: differs when the pid is given to another process or after a reboot. Null when there is
 * no such process, or only a zombie nobody has collected yet.
 */
export declare function stampOf(pid: number): string | null;
export declare function isAlive(pid: number): boolean;
/** The parent's pid, or null when the process is gone. */
export declare function parentOf(pid: number): number | null;
/** The command line with spaces between its words, or '' when it cannot be read. */
export declare function commandOf(pid: number): string;
