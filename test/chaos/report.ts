import { median } from '../support/median.ts';
import { type FaultName, faultKinds } from './faults/fault-kinds.ts';
import type { InjectedFault } from './faults/run-faults.ts';
import type { Finding } from './invariants/invariant.ts';

/** One kind of fault in a run. */
export interface FaultFigures {
  readonly fault: FaultName;
  readonly injected: number;
  /** Faults whose recovery was seen before the next fault of the same part. */
  readonly measured: number;
  readonly medianSeconds: number | null;
  readonly worstSeconds: number | null;
  /** Of the work that was accepted and unfinished when it struck, what ended last: seconds after its end. */
  readonly lastWorkSeconds: number | null;
}

export interface ChaosReport {
  readonly seed: number;
  readonly queues: 'redis' | 'postgres';
  readonly loadSeconds: number;
  readonly quietSeconds: number;
  readonly faults: readonly FaultFigures[];
  readonly requests: number;
  /** Requests that were answered 5xx, or whose connection broke. */
  readonly troubles: number;
  readonly acceptedRequests: number;
  readonly acceptedLines: number;
  /** Callers who never asked again after trouble. */
  readonly abandoned: number;
  readonly lost: number;
  readonly doubled: number;
  readonly mails: number;
  readonly repeatedMails: number;
  /** Through the provider, by the state in which they ended. */
  readonly refunds: Readonly<Record<string, number>>;
  /** Paid, by both books where they agree. */
  readonly refundsMinor: number;
  /** From acceptance to the end of the job. */
  readonly acceptedToDone: { readonly p50: number; readonly p99: number; readonly worst: number };
  /** What was still going on when the time for it was over. */
  readonly notQuiet: readonly string[];
  readonly invariants: readonly Finding[];
}

/** An accepted job: when it was committed, and when it ended. */
export interface JobTimes {
  readonly createdMs: number;
  readonly endedMs: number;
}

const lastWorkOf = (faults: readonly InjectedFault[], jobs: readonly JobTimes[]): number | null => {
  const waits = faults.flatMap(({ beganAtMs, endedAtMs }) =>
    jobs
      .filter(({ createdMs, endedMs }) => createdMs <= endedAtMs && endedMs >= beganAtMs)
      .map(({ endedMs }) => Math.max(0, endedMs - endedAtMs) / 1_000),
  );
  return waits.length === 0 ? null : waits.reduce((most, one) => Math.max(most, one));
};

export const figuresOf = (faults: readonly InjectedFault[], jobs: readonly JobTimes[]): FaultFigures[] =>
  (Object.keys(faultKinds) as FaultName[]).flatMap((fault) => {
    const ofKind = faults.filter(({ name }) => name === fault);
    if (ofKind.length === 0) return [];
    const seconds = ofKind.flatMap(({ recoverySeconds }) =>
      recoverySeconds === null ? [] : [recoverySeconds],
    );
    return [
      {
        fault,
        injected: ofKind.length,
        measured: seconds.length,
        medianSeconds: seconds.length === 0 ? null : median(seconds),
        worstSeconds: seconds.length === 0 ? null : Math.max(...seconds),
        lastWorkSeconds: lastWorkOf(ofKind, jobs),
      },
    ];
  });

export const isViolated = ({ invariants, notQuiet }: ChaosReport): boolean =>
  notQuiet.length > 0 || invariants.some(({ violations }) => violations > 0);
