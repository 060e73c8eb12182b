import { expect, test } from 'vitest';
import { questionOf, recipientOf } from '../../../src/domain/response-time/reply.ts';
import { answer, question } from './message-samples.ts';

const at = '2026-03-27T09:00:00.000Z';
const codeOf = (outcome: ReturnType<typeof recipientOf> | ReturnType<typeof questionOf>) =>
  outcome.ok ? 'ok' : outcome.refusal.code;

test('Only messages of buyers are answered, automatic ones too if somebody wants to', () => {
  expect(codeOf(questionOf(question('q', at)))).toBe('ok');
  expect(codeOf(questionOf(question('q', at, { automatic: true })))).toBe('ok');
  expect(codeOf(questionOf(answer('a', at)))).toBe('message_not_inbound');
  expect(codeOf(questionOf(undefined))).toBe('unknown_message');
});

test.each([
  [{ own: 'asker', order: 'buyer', newest: 'last' }, 'asker'],
  [{ own: null, order: 'buyer', newest: 'last' }, 'buyer'],
  [{ own: null, order: null, newest: 'last' }, 'last'],
])('Of %j an answer goes to %s', (addresses, recipient) => {
  expect(recipientOf(addresses)).toEqual({ ok: true, value: recipient });
});

test('Nobody to write to is a refusal', () => {
  expect(codeOf(recipientOf({ own: null, order: null, newest: null }))).toBe('buyer_unreachable');
});
