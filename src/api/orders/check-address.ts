import { isoCountry, normalizeCountry } from '../../domain/calendar/countries.ts';
import { isSubdivision } from '../../domain/calendar/subdivisions.ts';
import { isPostalCode } from '../../domain/delivery/postal-code.ts';
import type { FieldError } from '../http/problem.ts';

interface Destination {
  readonly country: string;
  readonly postalCode: string;
  readonly region?: string | null | undefined;
}

/** Names such as "Bavaria" are left alone: only what claims to be ISO 3166-2 must be. */
const claimsToBeIso = /^[A-Z]{2}-[A-Z0-9]{1,3}$/;

/** Whether a place can exist. `path` is that of the address in its body. */
export function* checkAddress(
  { country, postalCode, region }: Destination,
  path: string,
): Generator<FieldError> {
  const known = normalizeCountry(country);
  if (known === null) {
    yield { path: `${path}.country`, code: 'country_unknown', message: 'Not a country of ISO 3166-1' };
    return;
  }
  if (!isPostalCode(country, postalCode)) {
    yield {
      path: `${path}.postalCode`,
      code: 'postal_code_invalid',
      message: `Not a postal code of ${country}`,
    };
  }
  if (region == null || !claimsToBeIso.test(region)) return;
  if (!isSubdivision(region)) {
    yield { path: `${path}.region`, code: 'region_unknown', message: 'Not a region of ISO 3166-2' };
  } else if (!region.startsWith(`${isoCountry(known)}-`)) {
    yield { path: `${path}.region`, code: 'region_unknown', message: `Not a region of ${country}` };
  }
}
