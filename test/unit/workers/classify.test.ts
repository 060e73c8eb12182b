import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { PermanentError } from '../../../workers/handler.ts';
import { classify } from '../../../workers/runtime/classify.ts';

const fromPostgres = (code: string, message = 'as PostgreSQL says'): Error => {
  const error = new postgres.PostgresError(message as never);
  return Object.assign(error, { code, message });
};
const fromDriver = (code: string): Error => Object.assign(new Error(code), { code });

describe('what a thrown error means', () => {
  it.each([
    'CONNECTION_CLOSED',
    'CONNECTION_ENDED',
    'CONNECT_TIMEOUT',
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
  ])('a connection that is gone (%s) is the infrastructure', (code) => {
    expect(classify(fromDriver(code))).toEqual({ kind: 'infrastructure' });
  });

  it.each([
    ['08006', 'connection failure'],
    ['57P01', 'administrator shut it down'],
    ['57P03', 'starting up'],
    ['53300', 'too many connections'],
    ['40001', 'serialization failure'],
    ['40P01', 'deadlock'],
    ['55P03', 'lock not available'],
    ['25P03', 'idle in transaction'],
  ])('%s (%s) is the infrastructure', (code) => {
    expect(classify(fromPostgres(code))).toEqual({ kind: 'infrastructure' });
  });

  it.each(['23505', '42703', 'XX000'])('%s of PostgreSQL is the work, tried again', (code) => {
    expect(classify(fromPostgres(code))).toEqual({
      kind: 'transient',
      error: { code: 'handler_failed', detail: 'as PostgreSQL says' },
    });
  });

  it('a value that PostgreSQL refuses is not quoted', () => {
    const failure = classify(fromPostgres('22P02', 'invalid input syntax for type uuid: "zoe@example.test"'));
    expect(failure).toEqual({
      kind: 'transient',
      error: { code: 'handler_failed', detail: 'PostgreSQL refused a value' },
    });
  });

  it('a permanent error is not tried again, and keeps its code', () => {
    expect(classify(new PermanentError('gone', 'It is gone'))).toEqual({
      kind: 'permanent',
      error: { code: 'gone', detail: 'It is gone' },
    });
  });

  it('anything else is tried again, with a message that a page can show', () => {
    expect(classify(new TypeError('x'.repeat(5_000)))).toMatchObject({
      kind: 'transient',
      error: { detail: 'x'.repeat(1_000) },
    });
    expect(classify({ email: 'zoe@example.test' })).toEqual({
      kind: 'transient',
      error: { code: 'handler_failed', detail: 'Something was thrown that is no error' },
    });
  });
});
