import type { Response } from 'express';

/** Aborted when the client has gone away, and nobody waits for the answer any more. */
export const goneSignal = (response: Response): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
};
