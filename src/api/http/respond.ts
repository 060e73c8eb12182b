import type { ServerResponse } from 'node:http';
import type { Problem } from './problem.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers may hold orders and addresses: no cache keeps them, no browser guesses what they are. */
const guards = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

const write = (response: ServerResponse, type: string, { status, body, headers }: Answer): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    ...guards,
    ...headers,
  });
  response.end(text);
};

export const sendJson = (response: ServerResponse, answer: Answer): void =>
  write(response, 'application/json; charset=utf-8', answer);

export const sendProblem = (response: ServerResponse, problem: Problem, publicUrl: string): void =>
  write(response, 'application/problem+json', {
    status: problem.status,
    body: problem.toDocument(publicUrl),
    headers: problem.details.headers ?? {},
  });
