import { z } from 'zod';

// What answers are made of. Requests have the stricter schemas of the queues.

export const instantOut = z.iso
  .datetime()
  .meta({ description: 'RFC 3339, UTC', examples: ['2026-05-07T14:00:00.000Z'] });

export const localDateOut = z.iso.date().meta({ examples: ['2026-05-07'] });

export const minorOut = z.int().meta({ description: 'Minor units of the currency beside it' });
