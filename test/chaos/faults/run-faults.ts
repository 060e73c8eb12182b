import { setTimeout as pause } from 'node:timers/promises';
import type { Notebook } from '../load/notebook.ts';
import type { Stage } from '../stage/open-stage.ts';
import type { Ending } from '../stage/role-process.ts';
import type { FaultName } from './fault-kinds.ts';
import { inject } from './inject.ts';
import type { PlannedFault } from './plan-faults.ts';
import { measureRecovery } from './recovery.ts';

/** A fault as it happened. */
export interface InjectedFault {
  readonly name: FaultName;
  readonly beganAtMs: number;
  readonly endedAtMs: number;
  /** From its end; null: the next fault of the same part came first. */
  readonly recoverySeconds: number | null;
  /** Of the processes that were asked to end. */
  readonly endings: readonly Ending[];
}

export interface FaultPorts {
  readonly stage: Stage;
  readonly notebook: Notebook;
  readonly onFault: (fault: InjectedFault) => void;
}

/** After the last fault its recovery is waited for, but not for ever. */
const lastWordMs = 60_000;

/** Does to each part what is planned for it, one after the other, and measures how soon an order goes through again. */
export const runFaults = async (
  planned: readonly PlannedFault[],
  { stage, notebook, onFault }: FaultPorts,
): Promise<InjectedFault[]> => {
  const beganMs = Date.now();
  const busy = new Map<string, Promise<void>>();
  const watching = new Map<string, AbortController>();
  const injected: InjectedFault[] = [];
  const [prober] = stage.sellers;
  if (prober === undefined) throw new Error('A stage has sellers');

  const originsFor = ([part = '']: readonly string[]): readonly string[] => {
    const api = stage.apis.findIndex(({ name }) => name === part);
    return api < 0 ? stage.apiUrls : stage.apiUrls.slice(api, api + 1);
  };

  const strike = async (fault: PlannedFault, number: number): Promise<() => Promise<void>> => {
    for (const part of fault.parts) watching.get(part)?.abort();
    const beganAtMs = Date.now();
    const endings = await inject(stage, fault);
    const endedAtMs = Date.now();
    const watch = new AbortController();
    for (const part of fault.parts) watching.set(part, watch);
    return async () => {
      const timer = setTimeout(() => watch.abort(), lastWordMs);
      const recoverySeconds = await measureRecovery({
        seller: prober,
        number: `PROBE-${number}`,
        origins: originsFor(fault.parts),
        notebook,
        overtaken: watch.signal,
      });
      clearTimeout(timer);
      const done = { name: fault.name, beganAtMs, endedAtMs, recoverySeconds, endings };
      injected.push(done);
      onFault(done);
    };
  };

  const all = planned.map(async (fault, n) => {
    await pause(Math.max(0, beganMs + fault.atMs - Date.now()));
    const before = Promise.all(fault.parts.map((part) => busy.get(part)));
    const struck = before.then(() => strike(fault, n + 1));
    // What it threw is for whoever waits for all of them.
    const over = struck.then(
      () => {},
      () => {},
    );
    for (const part of fault.parts) busy.set(part, over);
    const measure = await struck;
    await measure();
  });
  await Promise.all(all);
  return injected;
};
