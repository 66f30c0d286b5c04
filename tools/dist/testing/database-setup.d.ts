import type { TestProject } from 'vitest/node';
import './provided.ts';
/** Global setup of the api project: one cluster, one migrated template database that nobody can connect to any more. */
export default function setup(project: TestProject): Promise<() => Promise<void>>;
