import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint, nobody } from '../../../src/api/endpoints/endpoint.ts';
import { mountEndpoints } from '../../../src/api/endpoints/mount.ts';
import { problemResponder } from '../../../src/api/http/error-handler.ts';

const echo = (path: '/needed' | '/optional' | '/large') =>
  defineEndpoint({
    method: 'post',
    path,
    operationId: path.slice(1),
    summary: '',
    tag: 'Operations',
    body: z.object({ note: z.string().default('none') }),
    bodyOptional: path !== '/needed',
    ...(path === '/large' ? { bodyLimitBytes: 1_000 } : {}),
    success: {},
    handle: async ({ body }) => ({
      status: 200,
      body: { length: body.note.length, note: body.note.slice(0, 4) },
    }),
  });

const app = express();
mountEndpoints(app, [echo('/needed'), echo('/optional'), echo('/large')], {
  authenticate: async () => nobody,
  bodyLimitBytes: 100,
});
app.use(problemResponder(pino({ enabled: false }), 'http://navette.test'));
const server = createServer(app);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

interface Sent {
  readonly headers?: Record<string, string>;
  readonly chunks?: readonly string[];
}

/** Sends these very headers, and chunks if there are any headers to say so. */
const post = (
  path: string,
  { headers = {}, chunks = [] }: Sent,
): Promise<{ status: number; body: unknown }> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const options = { port, host: '127.0.0.1', path, method: 'POST', headers, agent: false };
    const request = send(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
    });
    request.on('error', reject);
    for (const chunk of chunks) request.write(chunk);
    request.end();
  });

const json = { 'content-type': 'application/json' };
const chunked = { 'transfer-encoding': 'chunked' };
const noteOf = (length: number): string => JSON.stringify({ note: 'x'.repeat(length) });

describe('A body that may be absent', () => {
  it.each([
    ['no body', {}],
    ['no body, and its length', { headers: { 'content-length': '0' } }],
    ['no body, and a type', { headers: { ...json, 'content-length': '0' } }],
    ['no body of another type', { headers: { 'content-type': 'text/plain', 'content-length': '0' } }],
    ['no chunk', { headers: chunked }],
    ['no chunk, and a type', { headers: { ...json, ...chunked } }],
    ['an empty object', { headers: json, chunks: ['{}'] }],
  ])('is {} for %s', async (_what, sent) => {
    expect(await post('/optional', sent)).toEqual({ status: 200, body: { length: 4, note: 'none' } });
  });

  it('is read when it is there, whole or in chunks', async () => {
    const read = { status: 200, body: { length: 2, note: 'ab' } };
    expect(await post('/optional', { headers: json, chunks: ['{"note":"ab"}'] })).toEqual(read);
    expect(
      await post('/optional', { headers: { ...json, ...chunked }, chunks: ['{"no', 'te":"ab"}'] }),
    ).toEqual(read);
  });

  it.each([
    ['another type', { headers: { 'content-type': 'text/plain' }, chunks: ['{}'] }, 415],
    ['no type', { chunks: ['{}'] }, 415],
    ['a compressed body', { headers: { ...json, 'content-encoding': 'gzip' }, chunks: ['{}'] }, 415],
    ['half an object', { headers: json, chunks: ['{"note":'] }, 400],
    ['a space', { headers: json, chunks: [' '] }, 400],
    ['null', { headers: json, chunks: ['null'] }, 422],
  ])('is refused for %s', async (_what, sent, status) => {
    expect((await post('/optional', sent)).status).toBe(status);
  });

  it('is not absent where it is needed', async () => {
    expect((await post('/needed', { headers: { 'content-length': '0' } })).status).toBe(415);
    expect((await post('/needed', { headers: { ...json, 'content-length': '0' } })).status).toBe(400);
  });
});

describe('The limit of a body', () => {
  it.each([
    ['/needed', 50, 200],
    ['/needed', 500, 413],
    ['/optional', 500, 413],
    ['/large', 500, 200],
    ['/large', 1_500, 413],
  ])('of %s with a note of %i characters: %i', async (path, length, status) => {
    for (const headers of [json, { ...json, ...chunked }]) {
      expect((await post(path, { headers, chunks: [noteOf(length)] })).status).toBe(status);
    }
  });
});
