import type { Place } from './place.ts';
export declare const superuser = "postgres";
export declare function clusterExists(place: Place): boolean;
/** Makes the cluster in a sibling and renames it, so that an interrupted initdb is never taken for a cluster. */
export declare function createCluster(place: Place, { isDurable }: {
    isDurable: boolean;
}): void;
export declare function checkClusterVersion(place: Place): void;
export declare function readPassword(place: Place): string;
