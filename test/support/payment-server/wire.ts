import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CallResult } from './calls.ts';

/** The whole body of a request. */
export const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** Sends an answer, or cuts the connection. */
export const writeResult = (response: ServerResponse, result: CallResult): void => {
  if (result === 'drop') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(result.status, {
    'content-type': 'application/json',
    ...(result.isReplay === true && { 'idempotent-replayed': 'true' }),
    ...(result.status === 429 && { 'retry-after': '2' }),
  });
  response.end(JSON.stringify(result.body));
};
