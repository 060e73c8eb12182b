/** Of what there is one each: while it is at fault, nothing else is done to it. */
export type Part =
  | `api ${number}`
  | `worker ${number}`
  | 'redis'
  | 'postgres'
  | 'mail server'
  | 'payment provider';

export interface FaultKind {
  /** In words, as the table has it. */
  readonly title: string;
  /** Of so many faults in a deck; each kind comes once before any comes twice. */
  readonly weight: number;
  readonly hits: 'api' | 'worker' | 'redis' | 'postgres' | 'mail server' | 'payment provider' | 'roles';
  /** How long it lasts, as planned: from, to. */
  readonly lastsMs: readonly [number, number];
}

export const faultKinds = {
  'kill-api': { title: 'API killed', weight: 4, hits: 'api', lastsMs: [200, 1_500] },
  'kill-worker': { title: 'worker killed', weight: 5, hits: 'worker', lastsMs: [200, 1_500] },
  /** Longer than its locks last: others get its jobs, and it goes on with them when it wakes. */
  'freeze-worker': { title: 'worker frozen', weight: 1, hits: 'worker', lastsMs: [6_000, 9_000] },
  'kill-redis': {
    title: 'Redis killed, back with its data',
    weight: 2,
    hits: 'redis',
    lastsMs: [500, 3_000],
  },
  'flush-redis': { title: 'Redis flushed', weight: 2, hits: 'redis', lastsMs: [0, 0] },
  'empty-redis': { title: 'Redis back without its data', weight: 1, hits: 'redis', lastsMs: [500, 3_000] },
  /** Again and again for as long as it lasts: those that were made anew are cut as well. */
  'cut-postgres': {
    title: 'connections to PostgreSQL cut',
    weight: 3,
    hits: 'postgres',
    lastsMs: [0, 2_000],
  },
  'restart-postgres': { title: 'PostgreSQL restarted', weight: 1, hits: 'postgres', lastsMs: [1_000, 1_000] },
  'crash-postgres': { title: 'PostgreSQL killed', weight: 1, hits: 'postgres', lastsMs: [1_000, 1_000] },
  'mail-down': { title: 'mail server away', weight: 1, hits: 'mail server', lastsMs: [2_000, 5_000] },
  'payments-down': {
    title: 'payment provider away',
    weight: 1,
    hits: 'payment provider',
    lastsMs: [2_000, 5_000],
  },
  'rolling-restart': { title: 'rolling restart', weight: 1, hits: 'roles', lastsMs: [15_000, 15_000] },
} as const satisfies Record<string, FaultKind>;

export type FaultName = keyof typeof faultKinds;
export const faultNames = Object.keys(faultKinds) as FaultName[];

/** Those of an installation whose queues live on PostgreSQL. */
export const withoutRedis = faultNames.filter((name) => faultKinds[name].hits !== 'redis');
