import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { holidayOn } from '../../../src/domain/calendar/holidays.ts';
import { computePromise } from '../../../src/domain/delivery/compute-promise.ts';
import { type DeliveryPolicy, weekdays } from '../../../src/domain/delivery/policy.ts';
import { languages } from '../../../src/domain/languages.ts';
import { policy as base } from './policies.ts';

const places = [
  { postalCode: '75001', country: 'FR', region: null, zone: 'Europe/Paris' },
  { postalCode: '67000', country: 'FR', region: 'FR-67', zone: 'Europe/Paris' },
  { postalCode: '10115', country: 'DE', region: 'DE-BE', zone: 'Europe/Berlin' },
  { postalCode: '28001', country: 'ES', region: 'ES-MD', zone: 'Europe/Madrid' },
  { postalCode: '1010', country: 'CY', region: null, zone: 'Asia/Nicosia' },
  { postalCode: '90210', country: 'US', region: 'US-CA', zone: 'America/Los_Angeles' },
] as const;

const policies = fc.record({
  workingDays: fc.subarray([...weekdays], { minLength: 1 }),
  deliveryDays: fc.subarray([...weekdays], { minLength: 1 }),
  handlingDays: fc.integer({ min: 0, max: 4 }),
  cutOff: fc.constantFrom('00:00', '02:30', '12:00', '16:00:30', '23:59:59'),
  min: fc.integer({ min: 0, max: 6 }),
  more: fc.integer({ min: 0, max: 6 }),
  subdivision: fc.constantFrom(null, 'FR-67'),
  timeZone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Tokyo'),
});
type Choice = typeof policies extends fc.Arbitrary<infer T> ? T : never;

const build = (choice: Choice): DeliveryPolicy => {
  const { workingDays, handlingDays, cutOff, subdivision, timeZone, deliveryDays, min, more } = choice;
  return {
    ...base,
    fulfilmentCentres: [
      {
        id: 'one',
        country: 'FR',
        subdivision,
        timeZone,
        cutOff,
        handlingDays,
        workingDays,
        closures: ['2026-06-10', '2026-12-31'],
      },
    ],
    carriers: [{ id: 'any', deliveryDays }],
    lanes: [
      {
        from: 'one',
        to: { country: '*' },
        speed: 'standard',
        carrier: 'any',
        transitDays: { min, max: min + more },
      },
    ],
  };
};

const promiseOf = (policy: DeliveryPolicy, at: number, place: (typeof places)[number]) => {
  const releaseAt = new Date(at).toISOString();
  const outcome = computePromise(
    {
      releaseAt,
      placedAt: releaseAt,
      shipTo: place,
      speed: 'standard',
      fulfilmentCentre: null,
      language: 'en',
    },
    policy,
  );
  if (!outcome.ok) throw new Error(outcome.refusal.detail);
  return outcome.value;
};

/** The rules of DOMAIN section 1, read aloud in Temporal: slow, and sharing nothing with the fast path. */
const slowPromise = (choice: Choice, at: number, place: (typeof places)[number]) => {
  const closures = ['2026-06-10', '2026-12-31'];
  const on = (days: readonly string[], date: Temporal.PlainDate) =>
    days.includes(weekdays[date.dayOfWeek - 1] ?? '');
  const works = (date: Temporal.PlainDate) =>
    on(choice.workingDays, date) &&
    !closures.includes(date.toString()) &&
    holidayOn('FR', choice.subdivision, date.toString()) === null;
  const delivers = (date: Temporal.PlainDate) =>
    on(choice.deliveryDays, date) && holidayOn(place.country, place.region, date.toString()) === null;
  const next = (from: Temporal.PlainDate, good: (date: Temporal.PlainDate) => boolean) => {
    let date = from;
    while (!good(date)) date = date.add({ days: 1 });
    return date;
  };
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(choice.timeZone);
  const today = local.toPlainDate();
  const inTime = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(choice.cutOff)) < 0;
  let shipBy = works(today) && inTime ? today : next(today.add({ days: 1 }), works);
  for (let i = 0; i < choice.handlingDays; i++) shipBy = next(shipBy.add({ days: 1 }), works);
  const arrival = (days: number) => {
    if (days === 0) return next(shipBy, delivers);
    let date = shipBy;
    for (let i = 0; i < days; i++) date = next(date.add({ days: 1 }), delivers);
    return date;
  };
  const latest = arrival(choice.min + choice.more);
  return {
    shipBy: shipBy.toString(),
    earliest: arrival(choice.min).toString(),
    latest: latest.toString(),
    latestAt: new Date(latest.add({ days: 1 }).toZonedDateTime(place.zone).epochMilliseconds).toISOString(),
  };
};

const instants = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2028-12-31') });

test('the fast path says what the rules read aloud say', () => {
  fc.assert(
    fc.property(policies, instants, fc.constantFrom(...places), (choice, at, place) => {
      expect(promiseOf(build(choice), at, place)).toMatchObject(slowPromise(choice, at, place));
    }),
    { numRuns: 1_500 },
  );
});

test('windows are ordered and end after they begin', () => {
  fc.assert(
    fc.property(policies, instants, fc.constantFrom(...places), (choice, at, place) => {
      const { shipBy, earliest, latest, latestAt } = promiseOf(build(choice), at, place);
      expect(shipBy <= earliest && earliest <= latest).toBe(true);
      expect(Date.parse(latestAt)).toBeGreaterThan(Date.parse(`${latest}T00:00:00Z`) - 12 * 3_600_000);
    }),
  );
});

test('a later release never gives an earlier promise, save where the clock strikes one hour twice', () => {
  fc.assert(
    fc.property(
      policies,
      instants,
      fc.integer({ min: 0, max: 10 * 86_400_000 }),
      fc.constantFrom(...places),
      (choice, at, by, place) => {
        // A cut-off inside the repeated hour is the one exception: the wall clock decides.
        fc.pre(choice.cutOff !== '02:30');
        const policy = build(choice);
        const [first, second] = [promiseOf(policy, at, place), promiseOf(policy, at + by, place)];
        expect(
          second.shipBy >= first.shipBy && second.earliest >= first.earliest && second.latest >= first.latest,
        ).toBe(true);
      },
    ),
  );
});

test('every language explains the same steps', () => {
  fc.assert(
    fc.property(policies, instants, fc.constantFrom(...places), (choice, at, shipTo) => {
      const releaseAt = new Date(at).toISOString();
      const steps = languages.map((language) => {
        const outcome = computePromise(
          { releaseAt, placedAt: releaseAt, shipTo, speed: 'standard', fulfilmentCentre: null, language },
          build(choice),
        );
        return outcome.ok ? outcome.value.explanation : [];
      });
      for (const list of steps) {
        expect(list.map(({ code, date }) => [code, date])).toEqual(
          steps[0]?.map(({ code, date }) => [code, date]),
        );
        for (const { detail } of list) expect(detail).not.toMatch(/undefined|NaN/);
      }
    }),
    { numRuns: 40 },
  );
});
