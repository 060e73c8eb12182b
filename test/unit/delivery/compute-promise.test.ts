import { expect, test } from 'vitest';
import {
  computePromise,
  computePromiseAfterShipping,
  type PromiseInput,
} from '../../../src/domain/delivery/compute-promise.ts';
import { defaultDeliveryPolicy } from '../../../src/domain/delivery/default-policy.ts';
import { policy } from './policies.ts';

const input = (at: string, to: string, more: Partial<PromiseInput> = {}): PromiseInput => ({
  releaseAt: new Date(at).toISOString(),
  placedAt: new Date(at).toISOString(),
  shipTo: { country: to.slice(0, 2), postalCode: to.slice(3) },
  speed: 'standard',
  fulfilmentCentre: 'lille',
  language: 'en',
  ...more,
});

const promise = (at: string, to: string, more: Partial<PromiseInput> = {}, by = policy) => {
  const outcome = computePromise(input(at, to, more), by);
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
};

const dates = (at: string, to: string, more: Partial<PromiseInput> = {}) => {
  const { shipBy, earliest, latest } = promise(at, to, more);
  return `${shipBy} ${earliest} ${latest}`;
};

const strasbourg = { fulfilmentCentre: 'strasbourg' };
const always = { fulfilmentCentre: 'always' };
const expedited = { speed: 'expedited' } as const;

test.each<[string, string, string, Partial<PromiseInput>, string]>([
  // The cut-off to the second, in summer and in winter time. 2026-06-09 is a Tuesday.
  [
    'the last second before cut-off',
    '2026-06-09T15:59:59+02:00',
    'FR 75001',
    {},
    '2026-06-09 2026-06-10 2026-06-11',
  ],
  ['the cut-off itself', '2026-06-09T16:00:00+02:00', 'FR 75001', {}, '2026-06-10 2026-06-11 2026-06-12'],
  ['one millisecond before', '2026-06-09T13:59:59.999Z', 'FR 75001', {}, '2026-06-09 2026-06-10 2026-06-11'],
  [
    'a cut-off with seconds',
    '2026-06-09T12:30:29+02:00',
    'FR 75001',
    strasbourg,
    '2026-06-10 2026-06-11 2026-06-11',
  ],
  [
    'and a second later',
    '2026-06-09T12:30:30+02:00',
    'FR 75001',
    strasbourg,
    '2026-06-11 2026-06-12 2026-06-12',
  ],
  ['winter time', '2026-01-13T14:59:59Z', 'FR 75001', {}, '2026-01-13 2026-01-14 2026-01-15'],
  ['winter time, too late', '2026-01-13T15:00:00Z', 'FR 75001', {}, '2026-01-14 2026-01-15 2026-01-16'],
  // Weekends, with and without Saturday delivery.
  [
    'Friday evening, with Saturday delivery',
    '2026-06-12T18:00:00+02:00',
    'FR 75001',
    {},
    '2026-06-15 2026-06-16 2026-06-17',
  ],
  [
    'Friday noon, with Saturday delivery',
    '2026-06-12T12:00:00+02:00',
    'FR 75001',
    {},
    '2026-06-12 2026-06-13 2026-06-15',
  ],
  [
    'Friday noon, without',
    '2026-06-12T12:00:00+02:00',
    'FR 75001',
    expedited,
    '2026-06-12 2026-06-15 2026-06-16',
  ],
  // Ascension on Thursday 14 May 2026, own closure on the Friday after it.
  [
    'Ascension and a closure',
    '2026-05-13T17:00:00+02:00',
    'FR 75001',
    {},
    '2026-05-18 2026-05-19 2026-05-20',
  ],
  // Good Friday 3 April 2026 and 26 December are holidays in Alsace-Moselle alone.
  [
    'Good Friday in Strasbourg',
    '2026-04-02T10:00:00+02:00',
    'FR 67000',
    {},
    '2026-04-02 2026-04-04 2026-04-07',
  ],
  ['Good Friday in Paris', '2026-04-02T10:00:00+02:00', 'FR 75001', {}, '2026-04-02 2026-04-03 2026-04-04'],
  [
    'Good Friday at the centre of Strasbourg',
    '2026-04-02T10:00:00+02:00',
    'FR 75001',
    strasbourg,
    '2026-04-07 2026-04-08 2026-04-08',
  ],
  ['26 December in Metz', '2025-12-24T10:00:00+01:00', 'FR 57000', {}, '2025-12-24 2025-12-27 2025-12-29'],
  // Assumption Day on a Friday: Munich, Nuremberg, and a centre that rests all over France.
  ['Assumption in Munich', '2025-08-13T10:00:00+02:00', 'DE 80331', {}, '2025-08-13 2025-08-18 2025-08-19'],
  [
    'no Assumption in Nuremberg',
    '2025-08-13T10:00:00+02:00',
    'DE 90402',
    {},
    '2025-08-13 2025-08-15 2025-08-18',
  ],
  // Saint Devota on Tuesday 27 January 2026, written either way.
  ['Monaco as FR 98000', '2026-01-26T10:00:00+01:00', 'FR 98000', {}, '2026-01-26 2026-01-28 2026-01-28'],
  ['Monaco as MC', '2026-01-26T10:00:00+01:00', 'MC 98000', {}, '2026-01-26 2026-01-28 2026-01-28'],
  // Leap day 2028, a Tuesday.
  ['a leap day', '2028-02-28T10:00:00+01:00', 'FR 75001', {}, '2028-02-28 2028-02-29 2028-03-01'],
  // Prefix lanes: 20 (2 to 3 days) and, longer, 201 (4 to 5).
  ['Corsica', '2026-06-09T10:00:00+02:00', 'FR 20000', {}, '2026-06-09 2026-06-11 2026-06-12'],
  ['the longest prefix', '2026-06-09T10:00:00+02:00', 'FR 20100', {}, '2026-06-09 2026-06-13 2026-06-15'],
  [
    'the lane to anywhere',
    '2026-06-09T10:00:00+02:00',
    'PT 1100-001',
    {},
    '2026-06-09 2026-06-17 2026-06-23',
  ],
  // Transit of zero days: the same day if it is one of delivery, else the next.
  [
    'a courier of the same day',
    '2026-06-09T10:00:00+02:00',
    'FR 59000',
    { speed: 'priority' },
    '2026-06-09 2026-06-09 2026-06-09',
  ],
  // Substitutes and moved days: England 2027, Cyprus 2026, Hungary 2026.
  [
    'England after Christmas 2027',
    '2027-12-24T10:00:00+01:00',
    'GB SW1A 1AA',
    always,
    '2027-12-26 2027-12-29 2027-12-29',
  ],
  [
    'Green Monday in Cyprus',
    '2026-02-21T01:00:00+01:00',
    'CY 1010',
    always,
    '2026-02-21 2026-02-24 2026-02-24',
  ],
  [
    'the moved Friday in Hungary',
    '2026-08-19T01:00:00+02:00',
    'HU 1051',
    always,
    '2026-08-19 2026-08-22 2026-08-22',
  ],
  // The cut-off of 02:30 does not exist on 29 March 2026 and happens twice on 25 October.
  ['before the spring gap', '2026-03-29T00:59:59Z', 'FR 75001', always, '2026-03-29 2026-03-30 2026-03-30'],
  ['after the spring gap', '2026-03-29T01:00:00Z', 'FR 75001', always, '2026-03-30 2026-03-31 2026-03-31'],
  [
    '02:15 for the first time',
    '2026-10-25T00:15:00Z',
    'FR 75001',
    always,
    '2026-10-25 2026-10-26 2026-10-26',
  ],
  [
    '02:15 for the second time',
    '2026-10-25T01:15:00Z',
    'FR 75001',
    always,
    '2026-10-25 2026-10-26 2026-10-26',
  ],
  ['02:45', '2026-10-25T00:45:00Z', 'FR 75001', always, '2026-10-26 2026-10-27 2026-10-27'],
])('%s', (_, at, to, more, expected) => {
  expect(dates(at, to, more)).toBe(expected);
});

test.each([
  ['FR 75001', '2026-06-09T10:00:00+02:00', '2026-06-11T22:00:00.000Z'],
  ['FR 75001', '2026-01-13T10:00:00+01:00', '2026-01-15T23:00:00.000Z'],
  // Delivered by Saturday 24 October 2026: the next day begins before the clock goes back.
  ['FR 75001', '2026-10-22T10:00:00+02:00', '2026-10-24T22:00:00.000Z'],
  ['FR 97400', '2026-06-09T10:00:00+02:00', '2026-06-11T20:00:00.000Z'],
])('%s: the end of the last day, in the zone of the destination', (to, at, latestAt) => {
  expect(promise(at, to).latestAt).toBe(latestAt);
});

test('the explanation says what moved it, in order and in the language of the buyer', () => {
  const { explanation } = promise('2026-05-13T17:00:00+02:00', 'FR 75001', {
    language: 'fr',
    placedAt: '2026-05-13T08:00:00.000Z',
  });
  expect(explanation.map(({ code, date }) => [code, date])).toEqual([
    ['payment_verified_later', '2026-05-13'],
    ['cut_off_missed', '2026-05-13'],
    ['centre_holiday', '2026-05-14'],
    ['centre_closure', '2026-05-15'],
    ['centre_day_off', '2026-05-16'],
    ['centre_day_off', '2026-05-17'],
    ['ship_by', '2026-05-18'],
    ['lane_chosen', undefined],
  ]);
  expect(explanation[2]?.detail).toBe('Le jeudi 14 mai 2026 est férié au centre logistique : Ascension.');
});

test('domestic orders carry the fee, orders abroad and other currencies do not', () => {
  const at = '2026-06-09T10:00:00+02:00';
  expect(promise(at, 'FR 75001').feeMinor).toBe(490);
  expect(promise(at, 'FR 75001', { currency: 'EUR' }).feeMinor).toBe(490);
  expect(promise(at, 'FR 75001', { currency: 'USD' })).not.toHaveProperty('feeMinor');
  expect(promise(at, 'FR 75001', expedited)).not.toHaveProperty('feeMinor');
  expect(promise(at, 'DE 10115')).not.toHaveProperty('feeMinor');
  expect(promise(at, 'FR 98000')).not.toHaveProperty('feeMinor');
});

test('after shipping only transit counts, from the local date of shipping', () => {
  // 23:30 in Paris, on the eve of Good Friday.
  const outcome = computePromiseAfterShipping(
    { ...input('2026-04-02T21:30:00Z', 'FR 67000'), shippedAt: '2026-04-02T21:30:00.000Z' },
    policy,
  );
  expect(outcome).toMatchObject({
    ok: true,
    value: { shipBy: '2026-04-02', earliest: '2026-04-04', latest: '2026-04-07' },
  });
});

test.each([
  ['no_lane', 'DE 10115', { speed: 'priority' }],
  ['unknown_fulfilment_centre', 'FR 75001', { fulfilmentCentre: 'nowhere' }],
  ['invalid_postal_code', 'FR 7501', {}],
  ['unknown_country', 'ZZ 1', {}],
  ['instant_out_of_range', 'FR 75001', { releaseAt: 'yesterday' }],
  ['instant_out_of_range', 'FR 75001', { releaseAt: new Date(8.64e15).toISOString() }],
] as const)('refuses with %s', (code, to, more) => {
  expect(computePromise(input('2026-06-09T10:00:00Z', to, more), policy)).toMatchObject({
    ok: false,
    refusal: { code },
  });
});

test('a policy that never works is refused, not looped over', () => {
  const [centre] = policy.fulfilmentCentres;
  if (centre === undefined) throw new Error('no centre');
  const closed = { ...policy, fulfilmentCentres: [{ ...centre, workingDays: [] }] };
  const idle = { ...policy, carriers: policy.carriers.map((carrier) => ({ ...carrier, deliveryDays: [] })) };
  for (const broken of [closed, idle]) {
    expect(computePromise(input('2026-06-09T10:00:00Z', 'FR 75001'), broken)).toMatchObject({
      ok: false,
      refusal: { code: 'no_working_day' },
    });
  }
});

test('times long past and far ahead give a promise', () => {
  expect(promise('1923-07-12T10:00:00Z', 'FR 75001').shipBy).toBe('1923-07-12');
  expect(promise('2350-07-12T10:00:00Z', 'FR 75001').shipBy).toMatch(/^2350-07/);
});

test('the default policy promises to every country of the Union and refuses the rest', () => {
  const codes: Record<string, string> = {
    FR: '75001',
    DE: '10115',
    NL: '1011AB',
    PT: '1100',
    IE: 'D02',
    MT: 'VLT1117',
    PL: '00950',
    MC: '98000',
    SK: '81101',
    RO: '010011',
    LV: '1010',
  };
  for (const [country, postalCode] of Object.entries(codes)) {
    for (const speed of ['standard', 'expedited', 'priority'] as const) {
      const outcome = computePromise(
        {
          ...input('2026-06-09T10:00:00Z', 'FR 1', { fulfilmentCentre: null, speed }),
          shipTo: { country, postalCode },
        },
        defaultDeliveryPolicy,
      );
      expect([country, outcome.ok]).toEqual([country, true]);
    }
  }
  expect(
    computePromise(
      input('2026-06-09T10:00:00Z', 'US 90210', { fulfilmentCentre: null }),
      defaultDeliveryPolicy,
    ),
  ).toMatchObject({ refusal: { code: 'destination_outside_export_policy' } });
});
