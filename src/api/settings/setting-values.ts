import { z } from 'zod';

/** Local time of day, `16:00` or `16:00:30`. */
export const wallClock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, 'Not a time of day, such as 16:00')
  .meta({ examples: ['16:00'] });
