import { isoCountry, normalizeCountry } from '../calendar/countries.ts';
import { dayFromDate } from '../calendar/day.ts';
import { countryOfSubdivision, isSubdivision } from '../calendar/subdivisions.ts';
import { isTimeZone } from '../calendar/wall-clock.ts';
import type { DeliveryPolicy, FulfilmentCentre } from './policy.ts';
import { isPostalPrefix, normalizePostalCode } from './postal-code.ts';

export interface PolicyProblem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

type Report = (path: readonly (string | number)[], code: string, message: string) => void;

/** An ISO country in upper case: settings are typed once, so they are held to the canonical form. */
const isCountry = (code: string) => {
  const known = normalizeCountry(code);
  return known === code && isoCountry(code) === code;
};

const reportDuplicates = (list: readonly string[], path: string, key: string, report: Report): void => {
  list.forEach((id, index) => {
    if (list.indexOf(id) !== index) report([path, index, key], 'duplicate_id', `"${id}" is used twice.`);
  });
};

const checkCentre = (centre: FulfilmentCentre, index: number, report: Report): void => {
  const path = ['fulfilmentCentres', index] as const;
  const { country, subdivision, timeZone, cutOff, workingDays, closures, handlingDays } = centre;
  if (!isCountry(country)) {
    report([...path, 'country'], 'unknown_country', `"${country}" is no ISO 3166-1 code.`);
  }
  if (subdivision !== null && !isSubdivision(subdivision)) {
    report([...path, 'subdivision'], 'unknown_subdivision', `"${subdivision}" is no ISO 3166-2 code.`);
  } else if (subdivision !== null && countryOfSubdivision(subdivision) !== country) {
    report(
      [...path, 'subdivision'],
      'subdivision_of_other_country',
      `"${subdivision}" is not in ${country}.`,
    );
  }
  if (!isTimeZone(timeZone)) {
    report([...path, 'timeZone'], 'unknown_time_zone', `"${timeZone}" is no IANA time zone.`);
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(cutOff)) {
    report([...path, 'cutOff'], 'invalid_cut_off', `"${cutOff}" is not HH:MM or HH:MM:SS.`);
  }
  if (workingDays.length === 0) {
    report([...path, 'workingDays'], 'no_working_days', 'A centre works on at least one day of the week.');
  }
  if (!Number.isInteger(handlingDays) || handlingDays < 0 || handlingDays > 1_000) {
    report([...path, 'handlingDays'], 'invalid_days', 'Handling is 0 to 1,000 whole working days.');
  }
  closures.forEach((date, at) => {
    if (dayFromDate(date) === null) {
      report([...path, 'closures', at], 'invalid_date', `"${date}" is no calendar date.`);
    }
  });
};

const checkLanes = ({ lanes, fulfilmentCentres, carriers }: DeliveryPolicy, report: Report): void => {
  const centres = new Set(fulfilmentCentres.map(({ id }) => id));
  const carrierIds = new Set(carriers.map(({ id }) => id));
  const seen = new Set<string>();
  lanes.forEach(({ from, to, speed, carrier, transitDays: { min, max } }, index) => {
    const path = ['lanes', index] as const;
    const prefix = to.postalPrefix ?? '';
    if (!centres.has(from)) report([...path, 'from'], 'unknown_fulfilment_centre', `No centre "${from}".`);
    if (!carrierIds.has(carrier)) report([...path, 'carrier'], 'unknown_carrier', `No carrier "${carrier}".`);
    // A lane may name the territories that trade gives codes of their own: IC, EA, XI.
    const anywhere = to.country === '*';
    if (!anywhere && normalizeCountry(to.country) !== to.country) {
      report([...path, 'to', 'country'], 'unknown_country', `"${to.country}" is no ISO 3166-1 code, nor *.`);
    }
    if (prefix !== '' && (anywhere || !isPostalPrefix(to.country, prefix))) {
      const problem = anywhere ? 'A prefix needs a country.' : `"${prefix}" begins no postal code there.`;
      report([...path, 'to', 'postalPrefix'], 'impossible_postal_prefix', problem);
    }
    if (![min, max].every((days) => Number.isInteger(days) && days >= 0 && days <= 1_000)) {
      report([...path, 'transitDays'], 'invalid_days', 'Transit is 0 to 1,000 whole delivery days.');
    } else if (min > max) {
      report(
        [...path, 'transitDays'],
        'min_above_max',
        `The minimum (${min}) is above the maximum (${max}).`,
      );
    }
    const key = [from, speed, to.country, normalizePostalCode(to.country, prefix)].join('|');
    if (seen.has(key))
      report([...path], 'duplicate_lane', 'Another lane has this centre, speed and destination.');
    seen.add(key);
  });
};

/** What a schema cannot see in a delivery policy; empty: it can be used. Paths are as in its JSON. */
export const checkDeliveryPolicy = (policy: DeliveryPolicy): readonly PolicyProblem[] => {
  const problems: PolicyProblem[] = [];
  const report: Report = (path, code, message) => problems.push({ path, code, message });
  const { fulfilmentCentres, carriers, fees } = policy;
  if (fulfilmentCentres.length === 0) {
    report(['fulfilmentCentres'], 'no_fulfilment_centre', 'A policy has at least one fulfilment centre.');
  }
  for (const [index, centre] of fulfilmentCentres.entries()) checkCentre(centre, index, report);
  reportDuplicates(
    fulfilmentCentres.map(({ id }) => id),
    'fulfilmentCentres',
    'id',
    report,
  );
  carriers.forEach(({ id, deliveryDays }, index) => {
    if (deliveryDays.length === 0) {
      report(['carriers', index, 'deliveryDays'], 'no_delivery_days', `"${id}" delivers on no day.`);
    }
  });
  reportDuplicates(
    carriers.map(({ id }) => id),
    'carriers',
    'id',
    report,
  );
  checkLanes(policy, report);
  const feeKeys = new Set<string>();
  fees.forEach(({ country, speed, currency }, index) => {
    if (!isCountry(country)) {
      report(['fees', index, 'country'], 'unknown_country', `"${country}" is no ISO 3166-1 code.`);
    }
    const key = `${country}|${speed}|${currency}`;
    if (feeKeys.has(key))
      report(['fees', index], 'duplicate_fee', `Two fees for ${country}, ${speed}, ${currency}.`);
    feeKeys.add(key);
  });
  return problems;
};
