import { type DayNumber, dayFromDate } from '../calendar/day.ts';
import { type HolidayCalendar, holidayCalendar } from '../calendar/holidays.ts';
import type { Destination } from './destination.ts';
import {
  type Carrier,
  type DeliveryPolicy,
  type FulfilmentCentre,
  type Lane,
  type ShippingSpeed,
  type Weekday,
  weekdays,
} from './policy.ts';
import { normalizePostalCode } from './postal-code.ts';

export interface CompiledCentre {
  readonly centre: FulfilmentCentre;
  readonly cutOffMs: number;
  readonly works: readonly boolean[];
  readonly closures: ReadonlySet<DayNumber>;
  readonly holidays: HolidayCalendar;
}

export interface CompiledLane {
  readonly lane: Lane;
  readonly carrier: Carrier;
  readonly delivers: readonly boolean[];
  readonly name: string;
}

interface CountryLanes {
  /** The longest prefix first. */
  readonly prefixes: { readonly prefix: string; readonly lane: CompiledLane }[];
  whole: CompiledLane | null;
}

export interface CompiledPolicy {
  readonly centres: ReadonlyMap<string, CompiledCentre>;
  readonly defaultCentre: CompiledCentre | null;
  readonly findLane: (centre: string, speed: ShippingSpeed, to: Destination) => CompiledLane | null;
}

const millisecondsOf = (cutOff: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = cutOff.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
};

const flags = (days: readonly Weekday[]): boolean[] => weekdays.map((day) => days.includes(day));

const compileCentre = (centre: FulfilmentCentre): CompiledCentre => ({
  centre,
  cutOffMs: millisecondsOf(centre.cutOff),
  works: flags(centre.workingDays),
  closures: new Set(centre.closures.map(dayFromDate).filter((day) => day !== null)),
  holidays: holidayCalendar(centre.country, centre.subdivision),
});

const laneName = (lane: Lane, prefix: string): string =>
  `${lane.from} → ${lane.to.country}${prefix === '' ? '' : ` ${prefix}`} (${lane.speed})`;

const compile = (policy: DeliveryPolicy): CompiledPolicy => {
  const centres = new Map(policy.fulfilmentCentres.map((centre) => [centre.id, compileCentre(centre)]));
  const carriers = new Map(policy.carriers.map((carrier) => [carrier.id, carrier]));
  const routes = new Map<string, CountryLanes>();
  for (const lane of policy.lanes) {
    // policy-check refuses a lane with no carrier; one that slipped in is no lane, not a crash.
    const carrier = carriers.get(lane.carrier);
    if (carrier === undefined) continue;
    const country = lane.to.country;
    const prefix = country === '*' ? '' : normalizePostalCode(country, lane.to.postalPrefix ?? '');
    const compiled = { lane, carrier, delivers: flags(carrier.deliveryDays), name: laneName(lane, prefix) };
    const key = `${lane.from}|${lane.speed}|${country}`;
    const route = routes.get(key) ?? { prefixes: [], whole: null };
    routes.set(key, route);
    if (prefix === '') route.whole ??= compiled;
    else route.prefixes.push({ prefix, lane: compiled });
  }
  for (const route of routes.values()) route.prefixes.sort((a, b) => b.prefix.length - a.prefix.length);

  /**
   * The most specific lane: the longest matching prefix, then the whole country, then `*`. A place
   * that two countries' lanes can serve (98000: MC, then FR) tries its own first.
   */
  const findLane = (centre: string, speed: ShippingSpeed, to: Destination): CompiledLane | null => {
    for (const country of to.laneCountries) {
      const route = routes.get(`${centre}|${speed}|${country}`);
      if (route === undefined) continue;
      const narrow = route.prefixes.find(({ prefix }) => to.postalCode.startsWith(prefix));
      const lane = narrow?.lane ?? route.whole;
      if (lane !== null) return lane;
    }
    return routes.get(`${centre}|${speed}|*`)?.whole ?? null;
  };
  const first = policy.fulfilmentCentres[0];
  return { centres, defaultCentre: first === undefined ? null : (centres.get(first.id) ?? null), findLane };
};

const compiled = new WeakMap<DeliveryPolicy, CompiledPolicy>();

/** A policy made ready for many promises; kept as long as the policy object itself, which must not change. */
export const compilePolicy = (policy: DeliveryPolicy): CompiledPolicy => {
  const known = compiled.get(policy);
  if (known !== undefined) return known;
  const made = compile(policy);
  compiled.set(policy, made);
  return made;
};
