import { type DayNumber, dayFromDate, weekdayOf } from '../../src/domain/calendar/day.ts';
import { holidayCalendar } from '../../src/domain/calendar/holidays.ts';
import { toInstant } from '../../src/domain/calendar/instant.ts';
import { wallClock } from '../../src/domain/calendar/wall-clock.ts';
import { computePromise } from '../../src/domain/delivery/compute-promise.ts';
import { destinationOf } from '../../src/domain/delivery/destination.ts';
import type { DeliveryPolicy, FulfilmentCentre, Lane } from '../../src/domain/delivery/policy.ts';
import type { SourceOrder } from './source-order.ts';
import { carrier, centreOf, toShipTo } from './to-requests.ts';

/** Fewer than this say nothing about a lane: the next wider one answers for it. */
const fewest = 30;
/** Of parcels that leave by `shipBy`. */
const handlingShare = 0.8;
/** Of parcels that arrive by `latest`; the shop's own promises kept 95 % in the training half. */
const latestShare = 0.95;
const earliestShare = 0.1;

const workingDays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;

/** The zone that most people of a state live in. */
const zones: Readonly<Record<string, string>> = {
  AC: 'America/Rio_Branco',
  AL: 'America/Maceio',
  AM: 'America/Manaus',
  AP: 'America/Belem',
  BA: 'America/Bahia',
  CE: 'America/Fortaleza',
  MA: 'America/Fortaleza',
  MS: 'America/Campo_Grande',
  MT: 'America/Cuiaba',
  PA: 'America/Belem',
  PB: 'America/Fortaleza',
  PE: 'America/Recife',
  PI: 'America/Fortaleza',
  RN: 'America/Fortaleza',
  RO: 'America/Porto_Velho',
  RR: 'America/Boa_Vista',
  SE: 'America/Maceio',
  TO: 'America/Araguaina',
};
const zoneOfState = (state: string): string => zones[state] ?? 'America/Sao_Paulo';

/** The smallest value that at least this share does not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
};

type IsWorkday = (day: DayNumber) => boolean;

/** Workdays after `from` up to and including `to`; 0 if it came before. */
export const countWorkdays = (from: DayNumber, to: DayNumber, isWorkday: IsWorkday): number => {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isWorkday(day)) count++;
  return count;
};

const centre = (state: string, handlingDays: number): FulfilmentCentre => ({
  id: centreOf(state),
  country: 'BR',
  subdivision: `BR-${state}`,
  timeZone: zoneOfState(state),
  cutOff: '14:00',
  handlingDays,
  workingDays,
  closures: [],
});

const lane = (from: string, transitDays: Lane['transitDays'], postalPrefix: string | null = null): Lane => ({
  from,
  to: { country: 'BR', ...(postalPrefix === null ? {} : { postalPrefix }) },
  speed: 'standard',
  carrier,
  transitDays,
});

const policyOf = (
  fulfilmentCentres: readonly FulfilmentCentre[],
  lanes: readonly Lane[],
): DeliveryPolicy => ({
  fulfilmentCentres,
  carriers: [{ id: carrier, deliveryDays: workingDays }],
  lanes,
  fees: [],
  exportPolicy: 'anywhere',
  autoCancelUnshippedDays: null,
  paymentExpiryDays: 21,
});

/** Day of `shipBy` under this handling time, by Navette's own calendar. */
const shipByDay = (order: SourceOrder, handlingDays: number): DayNumber | null => {
  const from = centre(order.sellerState, handlingDays);
  const policy = policyOf([from], [lane(from.id, { min: 0, max: 0 })]);
  const promise = computePromise(
    {
      releaseAt: toInstant(order.approvedAt ?? order.purchasedAt),
      placedAt: toInstant(order.purchasedAt),
      shipTo: toShipTo(order),
      speed: 'standard',
      fulfilmentCentre: from.id,
      language: 'en',
    },
    policy,
  );
  return promise.ok ? dayFromDate(promise.value.shipBy) : null;
};

const weekday = (day: DayNumber): boolean => weekdayOf(day) < 5;

/** Working days of the centre between release and leaving. */
const handlingOf = (order: SourceOrder): number[] => {
  const due = shipByDay(order, 0);
  if (due === null || order.handedAt === null) return [];
  const holidays = holidayCalendar('BR', `BR-${order.sellerState}`);
  const left = wallClock(Date.parse(order.handedAt), zoneOfState(order.sellerState)).day;
  return [countWorkdays(due, left, (day) => weekday(day) && holidays.on(day) === null)];
};

/** Delivery days between `shipBy` and arrival: what a lane would have had to promise. */
const neededTransit = (order: SourceOrder, handlingDays: number): number[] => {
  const due = shipByDay(order, handlingDays);
  const arrived = order.deliveredOn === null ? null : dayFromDate(order.deliveredOn);
  const to = destinationOf(toShipTo(order));
  if (due === null || arrived === null || to === null) return [];
  return [countWorkdays(due, arrived, (day) => weekday(day) && to.holidays.on(day) === null)];
};

interface Sample {
  readonly state: string;
  readonly postalCode: string;
  readonly days: number;
}

/** `min` and `max` of those samples, or null if they are too few. */
const transitOf = (samples: readonly Sample[]): Lane['transitDays'] | null => {
  if (samples.length < fewest) return null;
  const days = samples.map((sample) => sample.days);
  const max = percentile(days, latestShare);
  return { min: Math.min(Math.max(1, percentile(days, earliestShare)), max), max };
};

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));
const prefixes = [...digits, ...digits.flatMap((first) => digits.map((second) => first + second))];

/**
 * What a seller who knew only these orders would have promised: handling per state of the seller, transit per
 * state of the seller and first digits of the postal code, and the wider lane wherever orders are few.
 */
export const learnPolicy = (training: readonly SourceOrder[], states: readonly string[]): DeliveryPolicy => {
  const handlingEverywhere = percentile(training.flatMap(handlingOf), handlingShare);
  const handling = new Map(
    states.map((state) => {
      const seen = training.filter(({ sellerState }) => sellerState === state).flatMap(handlingOf);
      return [state, seen.length < fewest ? handlingEverywhere : percentile(seen, handlingShare)];
    }),
  );
  const samples = training.flatMap((order): Sample[] => {
    const { sellerState: state, postalCode } = order;
    return neededTransit(order, handling.get(state) ?? handlingEverywhere).map((days) => ({
      state,
      postalCode,
      days,
    }));
  });
  const anywhere = transitOf(samples) ?? {
    min: 1,
    max: percentile(
      samples.map(({ days }) => days),
      1,
    ),
  };
  const lanes = states.flatMap((state) => {
    const own = samples.filter((sample) => sample.state === state);
    const narrow = prefixes.flatMap((prefix) => {
      const begins = ({ postalCode }: Sample) => postalCode.startsWith(prefix);
      // A first digit is a region of the country: what others sent there tells more than nothing.
      const days =
        transitOf(own.filter(begins)) ?? (prefix.length === 1 ? transitOf(samples.filter(begins)) : null);
      return days === null ? [] : [lane(centreOf(state), days, prefix)];
    });
    return [lane(centreOf(state), transitOf(own) ?? anywhere), ...narrow];
  });
  return policyOf(
    states.map((state) => centre(state, handling.get(state) ?? handlingEverywhere)),
    lanes,
  );
};
