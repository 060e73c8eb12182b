import type { Request, Response } from 'express';
import type { Counter } from 'prom-client';
import type { Logger } from '../../platform/logger.ts';
import { invalidRequest } from '../http/problem.ts';
import { drain } from '../http/read-bytes.ts';
import { type Accept, acceptEntry, type EntryResult } from './accept-entry.ts';
import { acceptOrders, type OrderAcceptor } from './accept-orders.ts';
import { BadCsvHeader } from './csv.ts';
import { BadEncoding, decodedBody } from './decoded-body.ts';
import type { BatchEntry, EntryReader } from './entry.ts';
import { createOrderedOutput, type OrderedOutput, type UnreadLimits } from './ordered-output.ts';

export interface BatchPorts extends OrderAcceptor {
  /** What is done with each entry: an order is placed unless another is given. */
  readonly accept?: Accept;
  readonly logger: Logger;
  readonly lines: Counter<'outcome'>;
  readonly unread: UnreadLimits;
  readonly stopping?: AbortSignal | undefined;
}

const outcomeOf = (result: EntryResult): string => {
  if ('error' in result) return result.error.code === 'database_unavailable' ? 'unavailable' : 'refused';
  return result.replayed === true ? 'replayed' : 'accepted';
};

/** Why a batch ended before its body did. */
const endings = {
  stopping: {
    code: 'server_stopping',
    detail: 'The server is stopping: send this line and those after it again',
  },
  encoding: { code: 'malformed_encoding', detail: 'The rest of the body could not be unpacked' },
};

/** Answers from the first line after the last one that was read. */
const finalLine = (line: number, ending: keyof typeof endings): string =>
  `${JSON.stringify({ line, error: endings[ending] })}\n`;

/**
 * Waits for a chunk, or for the process to be asked to stop. Not Promise.race: a promise that lasts as long
 * as the batch would hold on to every chunk that it was raced with.
 */
const createStopWatch = (stopping: AbortSignal | undefined, response: Response) => {
  let onStop: (() => void) | null = null;
  const stop = (): void => onStop?.();
  stopping?.addEventListener('abort', stop, { once: true });
  response.once('close', () => stopping?.removeEventListener('abort', stop));
  return <T>(next: Promise<T>): Promise<T | 'stopping'> =>
    new Promise((resolve, reject) => {
      onStop = () => resolve('stopping');
      if (stopping?.aborted === true) onStop();
      next.then(resolve, reject);
    });
};

/**
 * Reads entries and answers each, both as streams: while the results wait for commits nothing more is read,
 * but they may wait on disk for a client that sends everything before it reads. What was answered is
 * committed, whatever happens after.
 */
export const runBatch = async (
  ports: BatchPorts,
  reader: EntryReader,
  exchange: Omit<Exchange, 'output'>,
): Promise<void> => {
  const output = createOrderedOutput(exchange.response, ports.unread, (error) =>
    ports.logger.warn({ err: error }, 'The disk fails a batch: its client must read while it sends'),
  );
  try {
    await stream(ports, reader, { ...exchange, output });
  } finally {
    await output.close();
  }
};

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly output: OrderedOutput;
}

const stream = async (
  ports: BatchPorts,
  reader: EntryReader,
  { request, response, output }: Exchange,
): Promise<void> => {
  const unlessStopped = createStopWatch(ports.stopping, response);
  const { logger, accept = acceptOrders(ports) } = ports;
  let nextLine = 1;

  const start = (entry: BatchEntry): void => {
    nextLine = (entry.lines.at(-1) ?? nextLine) + 1;
    output.add(
      entry.bytes,
      acceptEntry({ accept, logger }, entry).then((result) => {
        ports.lines.inc({ outcome: outcomeOf(result) }, entry.lines.length);
        return entry.lines.map((line) => `${JSON.stringify({ line, ...result })}\n`).join('');
      }),
    );
  };

  const startAll = async (entries: readonly BatchEntry[]): Promise<void> => {
    for (const entry of entries) {
      await output.room();
      if (output.gone) return;
      start(entry);
    }
  };

  /** Null: the whole body was read. */
  const readAll = async (): Promise<keyof typeof endings | null> => {
    const chunks = decodedBody(request)[Symbol.asyncIterator]();
    while (!output.gone) {
      // A client that sends nothing for now must not hold up the end of the process.
      const next = await unlessStopped(chunks.next());
      if (next === 'stopping') return next;
      if (next.done === true) {
        await startAll(reader.end());
        return null;
      }
      await startAll(reader.push(next.value));
    }
    return null;
  };

  response.statusCode = 200;
  response.setHeader('content-type', 'application/x-ndjson');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  const ending = await readAll().catch((error: unknown) => {
    if (error instanceof BadCsvHeader) drain(request);
    return endingOf(error, output);
  });
  await output.drained();
  if (output.gone) return;
  if (ending === null) response.end();
  else response.end(finalLine(nextLine, ending), () => request.destroy());
};

/** @throws what is no fault of the stream, and a header that cannot be used. */
const endingOf = (error: unknown, output: OrderedOutput): keyof typeof endings | null => {
  if (error instanceof BadEncoding) return 'encoding';
  if (error instanceof BadCsvHeader) {
    throw invalidRequest([{ path: 'header', code: 'csv_header', message: error.message }]);
  }
  // The client broke off: what it has sent so far is committed or answered.
  if (output.gone || isAborted(error)) return null;
  throw error;
};

const isAborted = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
