import { z } from 'zod';
import { toInstant } from '../../src/domain/calendar/instant.ts';

/** NUL and lone surrogates pass JSON.parse, but PostgreSQL refuses the whole statement that holds one. */
const unstorable = /\0|\p{Surrogate}/u;

/** Text of 1 to `max` characters that PostgreSQL can store. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !unstorable.test(value), 'Holds a NUL character or half a surrogate pair');

const oldest = Date.parse('2000-01-01T00:00:00Z');
const newest = Date.parse('2100-01-01T00:00:00Z');

/** RFC 3339 with an offset, of this century; becomes canonical UTC. */
export const instant = z.iso
  .datetime({ offset: true, error: 'Not an RFC 3339 time with an offset, such as 2026-05-07T14:00:00+02:00' })
  .refine((value) => {
    const at = Date.parse(value);
    return at >= oldest && at < newest;
  }, 'Not between the years 2000 and 2099')
  .transform(toInstant);

export const localDate = z.iso.date('Not a date, such as 2026-05-07');

/** Money in minor units. Far above any order, far below where sums of it stop being exact. */
export const minor = z.int().min(0).max(100_000_000_000);

export const quantity = z.int().min(1).max(100_000);

export const channel = text(100).regex(/^[A-Za-z0-9][\w.:@/-]*$/, 'Only letters, digits and . _ : @ / -');

/** A UUID in lower case, as PostgreSQL writes it and signatures take it. */
export const id = z.uuid().toLowerCase();

/** ISO 3166-1 alpha-2 in form; whether the country exists is the domain's to say. */
export const country = z.string().regex(/^[A-Z]{2}$/, 'Not a two-letter country code in upper case');
