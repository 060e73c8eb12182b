import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { ClientGone, drain } from '../../../api/http/read-bytes.ts';
import { mediaTypeOf } from '../../../api/http/read-json.ts';
import { mostClaimPhotoBytes, mostClaimPhotos } from '../../../domain/claims/claim.ts';
import type { FormFault } from '../../returns/form/sent-form.ts';

export interface SentPhoto {
  /** As its sender called the file; judged by its content alone. */
  readonly name: string;
  /** Cut off where it is too large. */
  readonly bytes: Uint8Array;
  readonly tooLarge: boolean;
}

/** Of all photographs of a claim together, with what stands between them. */
const mostBytes = mostClaimPhotos * mostClaimPhotoBytes + 64 * 1024;
const mostNameCharacters = 100;

/** How slowly a client may send. */
export interface SendingPace {
  readonly graceMs: number;
  /** After the grace, on average; what we do with a photograph meanwhile does not count. */
  readonly bytesPerSecond: number;
}

/** A tenth of what a telephone has in the country; below it somebody means to hold the connection. */
const slowestPace: SendingPace = { graceMs: 30_000, bytesPerSecond: 16 * 1024 };

/**
 * The photographs that a browser posts, one after the other: the next one is read when `take` has done with the one
 * before, so that never more than one is held. Null: all were taken; those before a fault were taken as well.
 * @throws ClientGone.
 */
export const readPhotos = async (
  request: IncomingMessage,
  take: (photo: SentPhoto) => Promise<void>,
  slowest: SendingPace = slowestPace,
): Promise<FormFault | null> => {
  const parser = mediaTypeOf(request) === 'multipart/form-data' ? parserOf(request) : null;
  const tooLarge = Number(request.headers['content-length'] ?? 0) > mostBytes;
  if (parser === null || tooLarge) {
    drain(request);
    return tooLarge ? 'tooLarge' : 'wrongType';
  }
  return new Promise((resolve, reject) => {
    const pace = watchPace(request, slowest);
    let isOver = false;
    const stop = (settle: () => void): void => {
      isOver = true;
      pace.stop();
      request.unpipe(parser);
      drain(request);
      settle();
    };
    const refuse = (fault: FormFault) => (): void => stop(() => resolve(fault));
    const fail = (error: unknown): void => stop(() => reject(error));
    let last = Promise.resolve();
    let length = 0;
    parser.on('file', (field, stream, filename = '') => {
      stream.on('error', refuse('malformed'));
      last = last.then(async () => {
        const bytes = await collect(stream);
        // Browsers send an empty file where none was chosen.
        if (isOver || field !== 'photos' || (bytes.length === 0 && filename === '')) return;
        const name = [...filename].slice(0, mostNameCharacters).join('');
        await pace.busy(() => take({ name, bytes, tooLarge: stream.truncated }));
      });
      last.catch(fail);
    });
    parser.on('error', refuse('malformed'));
    parser.on('finish', () => last.then(() => resolve(null), fail));
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      parser.on(limit, refuse('tooLarge'));
    }
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      pace.count(chunk.length);
      if (length > mostBytes) refuse('tooLarge')();
    });
    request.on('close', () => {
      if (!request.complete) reject(new ClientGone());
    });
    request.pipe(parser);
  });
};

const collect = (stream: Readable): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => resolve(Buffer.concat(chunks)));
  });

/** Breaks the connection of a client that sends too slowly. `busy` runs our own work, for which nobody is blamed. */
const watchPace = (request: IncomingMessage, { graceMs, bytesPerSecond }: SendingPace) => {
  const startedMs = performance.now();
  let received = 0;
  let busyMs = 0;
  let isBusy = false;
  const look = (): void => {
    const tookMs = performance.now() - startedMs - busyMs;
    if (!isBusy && tookMs > graceMs + (received / bytesPerSecond) * 1_000) request.destroy();
  };
  const timer = setInterval(look, Math.min(1_000, graceMs));
  request.once('close', () => clearInterval(timer));
  return {
    count: (bytes: number): void => {
      received += bytes;
    },
    busy: async (work: () => Promise<void>): Promise<void> => {
      const sinceMs = performance.now();
      isBusy = true;
      try {
        await work();
      } finally {
        isBusy = false;
        busyMs += performance.now() - sinceMs;
      }
    },
    stop: (): void => clearInterval(timer),
  };
};

const parserOf = ({ headers }: IncomingMessage): BusboyInstance | null => {
  try {
    return new Busboy({
      headers: { 'content-type': headers['content-type'] ?? '' },
      limits: {
        fieldNameSize: 100,
        fieldSize: 1_024,
        fields: 1,
        files: mostClaimPhotos,
        fileSize: mostClaimPhotoBytes,
        headerPairs: 20,
        headerSize: 4_096,
      },
    });
  } catch {
    // No boundary.
    return null;
  }
};
