import { formatAddress } from 'localized-address-format';
import type { Language } from '../domain/languages.ts';
import type { Address } from '../domain/orders/order.ts';
import { printable } from './printable-text.ts';

const namesOfCountries = new Map<Language, Intl.DisplayNames>();

/** In capitals, as the post asks; the code itself when it is nobody's. */
const countryName = (country: string, language: Language): string => {
  let names = namesOfCountries.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
    namesOfCountries.set(language, names);
  }
  const name = /^[A-Z]{2}$/.test(country) ? names.of(country) : undefined;
  return printable((name ?? country).toLocaleUpperCase(language));
};

const said = (text: string | null | undefined): string => printable(text ?? '');

/** Without a region that only repeats the city: "28013 Madrid Madrid". */
const regionOf = (address: Address): string => {
  const region = said(address.region);
  return region.toLowerCase() === said(address.city).toLowerCase() ? '' : region;
};

/**
 * An address as its country writes it (data of Google's libaddressinput), the country last and in the
 * reader's language: the parcel is posted where that is read. Where the country's order has no place for a
 * postal code or a city that was given all the same, both stand on one line: nothing of an address is lost
 * but a region that the country does not write.
 */
export const addressLines = (address: Address, language: Language): readonly string[] => {
  const name = said(address.name);
  const streets = [said(address.line1), said(address.line2)].filter((line) => line !== '');
  const place = {
    postalCountry: address.country,
    administrativeArea: regionOf(address),
    locality: said(address.city),
    postalCode: said(address.postalCode),
  };
  const placed = formatAddress(place, 'latin').join('\n');
  const complete = placed.includes(place.locality) && placed.includes(place.postalCode);
  const lines = complete
    ? formatAddress({ ...place, name, addressLines: streets }, 'latin')
    : [name, ...streets, `${place.postalCode} ${place.locality}`, place.administrativeArea];
  return [
    ...lines.map((line) => withoutDoublePrefix(line, address.country)),
    countryName(address.country, language),
  ]
    .map((line) => line.trim())
    .filter((line) => line !== '');
};

/** Some countries' order puts "CH-" before the code; some people have written it already. */
const withoutDoublePrefix = (line: string, country: string): string =>
  line.replace(`${country}-${country}-`, `${country}-`).replace(`${country}-${country} `, `${country}-`);
