import { setTimeout as pause } from 'node:timers/promises';
import { harnessName } from '../stage/open-stage.ts';
import type { Evidence, Invariant } from './invariant.ts';

interface Connection {
  readonly pid: number;
  readonly application: string;
  readonly state: string;
  readonly since: string;
}

/** Connections to the database of everybody but us. */
const readConnections = ({ sql }: Pick<Evidence, 'sql'>): Promise<Connection[]> => sql<Connection[]>`
  SELECT pid, application_name AS application, coalesce(state, '') AS state, xact_start::text AS since
  FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> ${harnessName}`;

const betweenLooksMs = 2_000;

export const connectionsAtRest: Invariant = {
  name: 'no connection is leaked',
  meaning:
    'At rest the processes hold no more connections than their pools may have, and no transaction stays open.',
  breach: 'other',
  examine: async ({ sql, stage }) => {
    const before = await readConnections({ sql });
    await pause(betweenLooksMs);
    const after = await readConnections({ sql });
    const open = after.filter(
      ({ pid, state, since }) =>
        state.startsWith('idle in transaction') &&
        before.some((one) => one.pid === pid && one.since === since),
    );
    const most = (stage.apis.length + stage.workers.length) * stage.poolConnections;
    const pooled = after.filter(({ application }) => application === 'navette').length;
    return [
      ...open.map(({ application, since }) => `${application} has a transaction open since ${since}`),
      ...(pooled <= most ? [] : [`The pools hold ${pooled} connections, and may have ${most}`]),
    ];
  },
};

export const connectionsAfterStop: Invariant = {
  name: 'no connection is left',
  meaning: 'When all processes have ended no connection of theirs remains.',
  breach: 'other',
  examine: async ({ sql }) => {
    // The server notices the end of a connection a moment after it.
    await pause(betweenLooksMs);
    return (await readConnections({ sql })).map(({ application, state }) => `${application} (${state})`);
  },
};

/** So long may a process take that was asked to end (SIGTERM). */
const stopLimitMs = 15_000;

export const processesBehave: Invariant = {
  name: 'processes end only when told',
  meaning: 'No process that was up ended by itself; asked to (SIGTERM), each exits with 0 within 15 s.',
  breach: 'other',
  examine: async ({ stage, faults }) => [
    ...stage.unaskedEnds
      .filter(({ wasUp }) => wasUp)
      .map(({ name, code, output }) => `${name} ended by itself with ${code}: ${output.slice(-300)}`),
    ...faults
      .flatMap(({ endings }) => endings)
      .filter(({ code, milliseconds }) => code !== 0 || milliseconds > stopLimitMs)
      .map(({ name, code, milliseconds }) => `${name} ended with ${code} after ${milliseconds} ms`),
  ],
};

export const requestsAnswered: Invariant = {
  name: 'requests are answered',
  meaning: 'Every request is answered or broken off within 40 s, and no answer makes no sense.',
  breach: 'other',
  examine: async ({ notebook }) => [
    ...notebook.hung.map((request) => `${request} hung`),
    ...notebook.surprises,
  ],
};
