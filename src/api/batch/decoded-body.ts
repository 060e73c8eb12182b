import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { turnedAway } from '../http/read-json.ts';

/** Text of orders shrinks 5 to 50 times; what grows more than this out of so much is made to do harm. */
const mostGrowth = 400;
const growthMattersFromBytes = 64 * 1024 * 1024;

/** The body cannot be unpacked; what came before was read. */
export class BadEncoding extends Error {
  override readonly name = 'BadEncoding';
}

async function* unpack(request: IncomingMessage): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let packed = 0;
  let unpacked = 0;
  request.on('data', (chunk: Buffer) => {
    packed += chunk.length;
  });
  request.once('error', (error) => gunzip.destroy(error));
  request.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      if (unpacked > growthMattersFromBytes && unpacked > packed * mostGrowth) {
        throw new BadEncoding('The body unpacks to far more than orders do');
      }
      yield chunk;
    }
  } catch (error) {
    if (request.destroyed && !request.complete) throw error;
    throw error instanceof BadEncoding ? error : new BadEncoding('The body is not gzip, or is cut short');
  } finally {
    request.unpipe(gunzip);
    gunzip.destroy();
  }
}

/**
 * The bytes of a body, unpacked. Leaving the loop early leaves the connection open for the answer.
 * @throws Problem `unsupported_media_type` for an encoding that is not gzip.
 */
export const decodedBody = (request: IncomingMessage): AsyncIterable<Buffer> => {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return (request as Readable).iterator({ destroyOnReturn: false });
  if (encoding === 'gzip') return unpack(request);
  throw turnedAway(request, 'unsupported_media_type', 'Content-Encoding may be gzip or absent');
};
