import { z } from 'zod';
import { country, localDate, text } from '../../../queues/schemas/values.ts';
import { isCountryCode } from '../../domain/calendar/countries.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { countryOfSubdivision, isSubdivision } from '../../domain/calendar/subdivisions.ts';
import { isTimeZone } from '../../domain/calendar/wall-clock.ts';
import { weekdays } from '../../domain/delivery/policy.ts';
import {
  type BusinessHours,
  businessDueAt,
  mostBusinessDays,
} from '../../domain/response-time/business-hours.ts';
import type { FieldError } from '../http/problem.ts';
import { subdivision, wallClock, wallClockEnd } from './setting-values.ts';

/** `09:00` and `09:00:00` are one time. */
const withSeconds = (time: string): string => time.padEnd(8, ':00');

const businessWindow = z
  .object({
    days: z.array(z.enum(weekdays)).min(1).max(7),
    from: wallClock,
    until: wallClockEnd.meta({ description: '24:00 is the end of the day' }),
  })
  .refine(({ from, until }) => withSeconds(from) < withSeconds(until), {
    path: ['until'],
    message: 'Is not after `from`',
  });

/** When a shop works, and how soon it wants to answer itself, beside the target that its figures are about. */
export const businessHours = z.object({
  timeZone: text(64)
    .refine(isTimeZone, { message: 'Not a time zone, such as Europe/Paris' })
    .meta({ examples: ['Europe/Paris'] }),
  country: country
    .nullable()
    .default(null)
    .meta({ description: 'Whose public holidays are free; null: nobody’s' }),
  subdivision: subdivision.nullable().default(null).meta({ description: 'Decides regional holidays' }),
  closures: z.array(localDate).max(400).default([]).meta({ description: 'Other days off' }),
  windows: z
    .array(businessWindow)
    .min(1)
    .max(21)
    .meta({ description: 'Several a day are possible; where they overlap, time counts once' }),
  targetHours: z.number().positive().max(1_000).meta({ description: 'In hours of work' }),
});

/** What was stored before there were windows never had an effect, and has none. */
export const dropOldHours = (stored: unknown): unknown => {
  if (typeof stored !== 'object' || stored === null || !('businessHours' in stored)) return stored;
  const { businessHours: hours } = stored;
  const isOld = typeof hours === 'object' && hours !== null && !('windows' in hours);
  return isOld ? { ...stored, businessHours: null } : stored;
};

const problem = (field: string, code: string, message: string): FieldError => ({
  path: `businessHours.${field}`,
  code,
  message,
});

function* checkPlace({ country: of, subdivision: part }: BusinessHours): Generator<FieldError> {
  if (of !== null && !isCountryCode(of)) {
    yield problem('country', 'unknown_country', 'Not a country of ISO 3166-1');
  }
  if (part === null) return;
  if (!isSubdivision(part)) {
    yield problem('subdivision', 'unknown_subdivision', 'Not a code of ISO 3166-2');
  } else if (countryOfSubdivision(part) !== of) {
    yield problem('subdivision', 'subdivision_of_other_country', 'Is not in `country`');
  }
}

/** What a schema cannot see: places that do not exist, and a target that is never reached. */
export const checkBusinessHours = (hours: BusinessHours, now: Instant): FieldError[] => {
  const errors = [...checkPlace(hours)];
  if (errors.length > 0 || businessDueAt(now, hours) !== null) return errors;
  const message = `With these windows and closures the target is not reached within ${mostBusinessDays} days`;
  return [problem('targetHours', 'target_never_reached', message)];
};
