/** The account the server runs under. Null means the account of this process. */
export type Account = {
    name: string;
    uid: number;
    gid: number;
} | null;
/** PostgreSQL refuses to run as root, so root hands it to the account made for it, else to the one that owns nothing. */
export declare function serverAccount(): Account;
/** Options for spawn: the account, a folder everyone may enter, and an environment without anything of ours. */
export declare function runAs(account: Account): {
    uid?: number;
    gid?: number;
    cwd: string;
    env: Record<string, string>;
};
export declare function giveTo(account: Account, path: string): void;
/** Whether the account can work inside this folder: all folders above it must let it pass. */
export declare function canEnter(folder: string, account: Account): boolean;
