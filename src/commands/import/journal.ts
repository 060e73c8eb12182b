import { type ErrorFile, openErrorFile } from './error-file.ts';
import type { Position } from './position.ts';
import { type Fingerprint, type Progress, removeProgress, writeProgress } from './progress-file.ts';
import type { Confirmation } from './send-segment.ts';
import { addTallies, errorCount, noTally, type Tally } from './tally.ts';

/** How often progress is noted. What comes after the last note is sent again after a kill. */
const noteEveryMs = 500;

/** What is known of an import: where it stands, and what it counted up to there. */
export interface Journal {
  readonly position: Position;
  readonly tally: Tally;
  record(confirmation: Confirmation): void;
  /** Forgets answers behind the last cut: their lines are sent again. */
  rewind(): void;
  note(): void;
  /** Ends it: with the file read to its end nothing is left to go on with. */
  close(outcome: 'complete' | 'stopped'): void;
}

export interface JournalOptions {
  readonly file: string;
  readonly fingerprint: Fingerprint;
  /** Null: a new import. */
  readonly resumed: Progress | null;
  readonly first: Position;
}

const count = (tally: Tally, { answer }: Confirmation, lastJob: string | null): Tally => {
  const { error, jobId, replayed } = answer;
  if (error !== undefined) return addTallies(tally, { ...noTally, errors: { [error.code]: 1 } });
  return {
    ...tally,
    accepted: tally.accepted + 1,
    replayed: tally.replayed + (replayed === true ? 1 : 0),
    orders: tally.orders + (jobId === lastJob ? 0 : 1),
  };
};

/** Keeps the progress and the file of errors in step with what the server has answered. */
export const openJournal = ({ file, fingerprint, resumed, first }: JournalOptions): Journal => {
  const errors: ErrorFile = openErrorFile(file, resumed?.errorBytes ?? 0);
  let position = resumed?.position ?? first;
  let tally = resumed?.tally ?? noTally;
  let open: Confirmation[] = [];
  let lastJob: string | null = null;
  let notedAt = 0;

  const note = (): void => {
    notedAt = Date.now();
    // First the errors: progress that is noted must not promise what is not written.
    writeProgress(file, { version: 1, file: fingerprint, position, tally, errorBytes: errors.flush() });
  };

  const settle = (confirmation: Confirmation): void => {
    const { line, error, jobId } = confirmation.answer;
    tally = count(tally, confirmation, lastJob);
    lastJob = jobId ?? null;
    if (error !== undefined) errors.add({ line, ...error });
  };

  return {
    get position() {
      return position;
    },
    get tally() {
      return tally;
    },
    record: (confirmation) => {
      open.push(confirmation);
      if (confirmation.position === null) return;
      for (const one of open) settle(one);
      open = [];
      position = confirmation.position;
      if (Date.now() - notedAt >= noteEveryMs) note();
    },
    rewind: () => {
      open = [];
    },
    note,
    close: (outcome) => {
      note();
      errors.close();
      if (outcome === 'complete') removeProgress(file);
      else if (errorCount(tally) === 0 && position.offset === first.offset) removeProgress(file);
    },
  };
};
