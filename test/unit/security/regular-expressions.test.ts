import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { messageBody } from '../../../queues/schemas/message.schema.ts';
import { address, buyer } from '../../../queues/schemas/order.schema.ts';
import { channel, instant } from '../../../queues/schemas/values.ts';
import { waitSecondsOf } from '../../../src/api/accept/prefer.ts';
import { parseBasicLogin } from '../../../src/api/board/operator-login.ts';
import { rowLines } from '../../../src/api/csv/csv-text.ts';
import { readJson } from '../../../src/api/http/read-json.ts';
import { readableText } from '../../../src/api/messages/readable-text.ts';
import { isAutomatic } from '../../../src/domain/response-time/automatic.ts';
import { inspectPdf } from '../../../src/labels/inspect-pdf.ts';
import { printable } from '../../../src/labels/printable-text.ts';
import { isBareAddress, oneLine } from '../../../src/mail/addresses.ts';
import { foldHtml, foldText, linesOf } from '../../../src/mail/templates/fold-lines.ts';
import { answerSubject } from '../../../src/mail/templates/messages/subject-line.ts';
import { withoutAddresses } from '../../../src/mail/templates/money/money-blocks.ts';
import { escapeHtml } from '../../../src/platform/escape-html.ts';
import { readLink } from '../../../src/platform/link-tokens.ts';

/** Of a core's time. The slowest takes a quarter of this; what grows by the square takes more than twice as much. */
const limitMs = 1_000;
/** More than a header may have, all that a message may have, and enough of it where the square would show. */
const [header, message, part] = [60_000, 100_000, 30_000];

/** Texts on which expressions go back again and again, each of some length and with an end that does not fit. */
const contrived = (length: number): readonly string[] =>
  [
    ...[' ', '\t', '\n', 'a', '0', '.', ',', '-', '=', ';', '(', '"', '<', '&', '@', '\u00a0', '\u2028'],
    ...[
      '<a ',
      '</a ',
      '<a-a',
      '<!--',
      '<b><i>',
      '&amp',
      'a@',
      'a.',
      '(a',
      're:',
      'wait=',
      'www.',
      'http://',
      '=\t',
    ],
    ...['application/json;', 'Basic ', 'a b', '\r\n ', '=?utf-8?q?'],
  ].flatMap((piece) => {
    const run = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    return [run, `x${run}\u0001`];
  });

const jsonOfType = (type: string): Promise<unknown> => {
  const request = Object.assign(new PassThrough(), { headers: { 'content-type': type } });
  request.end('{}');
  return readJson(request as unknown as IncomingMessage, 100).catch(() => null);
};

const preferring = (value: string): unknown => {
  try {
    return waitSecondsOf(value);
  } catch {
    return null;
  }
};

const readers: readonly [what: string, length: number, read: (text: string) => unknown][] = [
  ['the type of a body', header, jsonOfType],
  ['the type of a body, behind its name', header, (text) => jsonOfType(`application/json${text}`)],
  ['Prefer', header, preferring],
  ['Prefer, behind its name', header, (text) => preferring(`wait=${text}`)],
  ['the login of an operator', header, (text) => parseBasicLogin(`Basic ${text}`)],
  [
    'a link',
    header,
    (text) => readLink(text, { actions: ['track'], secrets: ['s'], now: '2026-01-01T00:00:00Z' }),
  ],
  ['a channel', header, (text) => channel.safeParse(text)],
  ['a time', header, (text) => instant.safeParse(text)],
  ['a buyer', header, (text) => buyer.safeParse({ name: text, email: text })],
  ['a buyer of a host', header, (text) => buyer.safeParse({ name: text, email: `a@${text}` })],
  ['an address', header, (text) => address.safeParse({ name: text, postalCode: text, country: text })],
  ['a message', part, (text) => messageBody.safeParse(text)],
  ['a message that may be HTML', message, readableText],
  ['a message in HTML', part, (text) => readableText(`<html><body>${text}</body></html>`)],
  ['a header of a mail', 1_000, (text) => isAutomatic({ autoSubmitted: text, returnPath: text })],
  ['a recipient', header, isBareAddress],
  ['a subject', 500, (text) => answerSubject(text, 'otherwise')],
  ['a line of a mail', message, oneLine],
  ['the text of a mail', message, (text) => foldText(linesOf(text).join('\n'))],
  ['the HTML of a mail', part, (text) => linesOf(text).map(foldHtml)],
  ['the words of a provider', 1_000, withoutAddresses],
  ['a text on a page', part, escapeHtml],
  ['a text on a label', 1_000, printable],
  ['a cell of a report', 1_000, (text) => rowLines([{ header: 'a', value: () => text }], [null])],
  ['the end of a PDF', 400_000, (text) => inspectPdf(Buffer.from(`%PDF-1.4${text}startxref 9 %%EOF`))],
];

describe('Contrived texts', () => {
  it.each(readers)('cost no more than their length: %s', async (what, length, read) => {
    for (const text of length > message ? contrived(length).slice(0, 9) : contrived(length)) {
      const startedAt = process.cpuUsage();
      await read(text);
      const tookMs = process.cpuUsage(startedAt).user / 1_000;
      expect(tookMs, `${what}: ${JSON.stringify(text.slice(0, 12))} …`).toBeLessThan(limitMs);
    }
  });
});
