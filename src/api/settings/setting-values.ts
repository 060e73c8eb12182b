import { z } from 'zod';

/** Local time of day, `16:00` or `16:00:30`. */
export const wallClock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Not a time of day, such as 16:00')
  .meta({ examples: ['16:00'] });

/** The end of a stretch of a day, which may be the day's own end. */
export const wallClockEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/, 'Not a time of day, such as 18:00 or 24:00')
  .meta({ examples: ['18:00'] });

/** ISO 3166-2 in form; whether the place exists is the domain's to say. */
export const subdivision = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'Not a code of ISO 3166-2, such as FR-67');
