import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from './find-target.ts';
import { openJournal } from './journal.ts';
import { openOrderFile } from './order-file.ts';
import type { Format } from './position.ts';
import { fingerprintOf, readProgress, removeProgress } from './progress-file.ts';
import { Interrupted } from './send-request.ts';
import { sendSegment } from './send-segment.ts';
import type { Tally } from './tally.ts';

/** What a person sees of an import while it runs. */
export interface ImportView {
  begin(at: { readonly offset: number; readonly size: number; readonly line: number }): void;
  /** Where the file stands after a confirmed line. */
  advance(at: { readonly offset: number; readonly line: number; readonly tally: Tally }): void;
  /** The server is away; the next attempt comes in so many milliseconds. */
  wait(reason: string, delayMs: number): void;
  say(message: string): void;
  end(): void;
}

export interface ImportOptions {
  readonly file: string;
  readonly format: Format;
  readonly findTarget: () => Target;
  /** Forgets where an earlier import stopped. */
  readonly restart: boolean;
  readonly view: ImportView;
  readonly signal: AbortSignal;
  /** Lines per request: few enough to begin a new connection now and then, so many that it costs nothing. */
  readonly segmentLines?: number;
  /** How long a server may be away before the import stops. */
  readonly patienceMs?: number;
}

export interface ImportOutcome {
  /** Null: the whole file was sent. */
  readonly stopped: string | null;
  readonly tally: Tally;
  readonly line: number;
  readonly seconds: number;
}

const firstDelayMs = 250;
const longestDelayMs = 5_000;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Sends a file of orders, from where an earlier import of the same content stopped. An order is (channel,
 * channelOrderId), so what is sent twice around an interruption is one order.
 */
export const importFile = async (options: ImportOptions): Promise<ImportOutcome> => {
  const { file, format, findTarget, restart, view, signal } = options;
  const { segmentLines = 20_000, patienceMs = 120_000 } = options;
  const fingerprint = fingerprintOf(file);
  const orders = await openOrderFile(file, format);
  if (restart) removeProgress(file);
  const found = readProgress(file, fingerprint);
  if (found.kind === 'changed') {
    view.say(
      'The file has changed since the last import: it begins anew. Orders that are there stay as they are.',
    );
  }
  const resumed = found.kind === 'found' ? found.progress : null;
  if (resumed !== null) view.say(`Goes on at line ${resumed.position.line.toLocaleString('en')}.`);
  const journal = openJournal({ file, fingerprint, resumed, first: orders.first });
  const startedAt = Date.now();
  view.begin({ ...journal.position, size: fingerprint.size });

  let aliveAt = Date.now();
  let failures = 0;
  const onConfirmed: Parameters<typeof sendSegment>[0]['onConfirmed'] = (confirmation) => {
    journal.record(confirmation);
    if (confirmation.position === null) return;
    aliveAt = Date.now();
    failures = 0;
    view.advance({ ...journal.position, tally: journal.tally });
  };

  const send = (): Promise<{ readonly ended: boolean }> =>
    sendSegment({
      file: orders,
      from: journal.position,
      lines: segmentLines,
      target: findTarget(),
      onConfirmed,
      signal,
    });

  /** Null: the file is at its end. Otherwise why it went no further. */
  const run = async (): Promise<string | null> => {
    for (;;) {
      try {
        const { ended } = await send();
        if (ended) return null;
      } catch (error) {
        journal.rewind();
        if (signal.aborted) return 'You stopped it.';
        if (!(error instanceof Interrupted)) return messageOf(error);
        const delayMs = Math.max(
          error.retryAfterMs,
          Math.min(firstDelayMs * 2 ** failures, longestDelayMs) * (0.5 + Math.random() / 2),
        );
        if (Date.now() + delayMs - aliveAt > patienceMs) {
          return `The server did not come back within ${patienceMs / 1_000} s (${error.message}).`;
        }
        failures += 1;
        view.wait(error.message, delayMs);
        await sleep(delayMs, undefined, { signal }).catch(() => {});
        if (signal.aborted) return 'You stopped it.';
      }
    }
  };

  const stopped = await run();
  journal.close(stopped === null ? 'complete' : 'stopped');
  view.end();
  const seconds = (Date.now() - startedAt) / 1_000;
  return { stopped, tally: journal.tally, line: journal.position.line, seconds };
};
