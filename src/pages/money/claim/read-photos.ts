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

/**
 * The photographs that a browser posts, one after the other: the next one is read when `take` has done with the one
 * before, so that never more than one is held. Null: all were taken; those before a fault were taken as well.
 * @throws ClientGone.
 */
export const readPhotos = async (
  request: IncomingMessage,
  take: (photo: SentPhoto) => Promise<void>,
): Promise<FormFault | null> => {
  const parser = mediaTypeOf(request) === 'multipart/form-data' ? parserOf(request) : null;
  const tooLarge = Number(request.headers['content-length'] ?? 0) > mostBytes;
  if (parser === null || tooLarge) {
    drain(request);
    return tooLarge ? 'tooLarge' : 'wrongType';
  }
  return new Promise((resolve, reject) => {
    let isOver = false;
    const stop = (settle: () => void): void => {
      isOver = true;
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
        await take({ name, bytes, tooLarge: stream.truncated });
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
