import { afterAll, beforeAll, expect, test } from 'vitest';
import { arrayText, jsonArrayText } from '../../../db/array-text.ts';
import { type Ledger, openLedger } from '../../support/ledger-fixture.ts';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await openLedger();
});
afterAll(() => ledger.close());

const awkward = [
  'plain',
  '',
  'NULL',
  'null',
  'a,b',
  '{c}',
  ' d ',
  '"e"',
  'back\\slash',
  '\\"',
  "it's",
  'line\nbreak\ttab',
  'Łódź 東京 🧵',
  '$1',
];

test('PostgreSQL reads back every text, number and truth that a column was made of', async () => {
  const numbers = [0, -1, 2 ** 31 - 1, null];
  const rows = await ledger.admin<{ text: string | null; number: number | null; flag: boolean | null }[]>`
    SELECT text, number, flag FROM unnest(
      ${arrayText([...awkward, null, undefined])}::text[],
      ${arrayText(numbers)}::integer[],
      ${arrayText([true, false, null])}::boolean[]
    ) WITH ORDINALITY AS new (text, number, flag, place) ORDER BY place`;
  expect(rows.map(({ text }) => text)).toEqual([...awkward, null, null]);
  expect(rows.slice(0, 4).map(({ number }) => number)).toEqual(numbers);
  expect(rows.slice(0, 3).map(({ flag }) => flag)).toEqual([true, false, null]);
});

test('PostgreSQL reads back every value that became JSON, and an empty column is an empty array', async () => {
  const values = [{ texts: awkward }, awkward, 'text "quoted" \\ \u0001 \ud800', 1.5, false, {}, []];
  const rows = await ledger.admin<{ value: unknown }[]>`
    SELECT value FROM unnest(${jsonArrayText([...values, null, undefined])}::json[]) WITH ORDINALITY AS new (value, place)
    ORDER BY place`;
  expect(rows.map(({ value }) => value)).toEqual([...values, null, null]);
  const [empty] = await ledger.admin<{ count: number }[]>`
    SELECT cardinality(${arrayText([])}::text[]) + cardinality(${jsonArrayText([])}::json[]) AS count`;
  expect(empty?.count).toBe(0);
});
