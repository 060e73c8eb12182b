import type { IncomingMessage } from 'node:http';

/** Slower than this and the client is stuck, or means to hold the connection. */
const readLimitMs = 30_000;
/** After an early answer, this much of the rest is still taken, so that the client gets to read the answer. */
const drainLimitBytes = 16 * 1024 * 1024;

/** The client went away in the middle of its request: there is nobody to answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/**
 * A body of at most `limitBytes`; null: it is larger, and what is left of it is taken and forgotten.
 * @throws ClientGone.
 */
export const readBytes = async (request: IncomingMessage, limitBytes: number): Promise<Buffer | null> => {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) {
    drain(request);
    return null;
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => request.destroy(), readLimitMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', broken).off('error', broken);
      act();
    };
    const take = (chunk: Buffer): void => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= limitBytes) return;
      settle(() => {
        drain(request);
        resolve(null);
      });
    };
    const end = (): void =>
      settle(() =>
        resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
      );
    const broken = (): void => settle(() => reject(new ClientGone()));
    request.on('data', take).on('end', end).on('close', broken).on('error', broken);
  });
};

/**
 * Takes and forgets what is left of a body that has been answered already, so that a client which sends
 * before it reads gets its answer instead of a broken connection.
 */
export const drain = (request: IncomingMessage): void => {
  let drained = 0;
  request.on('error', () => {});
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > drainLimitBytes) request.destroy();
  });
};
