import { isCountryCode } from '../../../domain/calendar/countries.ts';
import type { Language } from '../../../domain/languages.ts';
import { type Html, html } from '../../html.ts';
import type { LinkTexts } from '../texts/link-texts.ts';
import { countryName } from '../voice.ts';
import { type FormState, type Option, selectField, textField } from './fields.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const countries = letters.flatMap((one) => letters.map((two) => one + two)).filter(isCountryCode);

const known = new Map<Language, readonly Option[]>();

/** All countries by their names, as the reader's language sorts them. */
const countryOptions = (language: Language): readonly Option[] => {
  const made =
    known.get(language) ??
    countries
      .map((value) => ({ value, label: countryName(value, language) }))
      .sort((one, two) => one.label.localeCompare(two.label, language));
  known.set(language, made);
  return made;
};

/** A new address; nothing in it is required by the browser, because another one may be chosen. */
export const newAddressFields = (
  state: FormState,
  {
    words,
    language,
    country,
  }: { words: LinkTexts['authorize']['fields']; language: Language; country: string },
): Html => html`${textField(state, { name: 'name', label: words.name, maxLength: 200, autocomplete: 'organization' })}
${textField(state, { name: 'line1', label: words.line1, maxLength: 200, autocomplete: 'address-line1' })}
${textField(state, { name: 'line2', label: words.line2, maxLength: 200, autocomplete: 'address-line2', optional: true })}
<div class="beside">
${textField(state, { name: 'postalCode', label: words.postalCode, maxLength: 20, autocomplete: 'postal-code', short: true })}
${textField(state, { name: 'city', label: words.city, maxLength: 100, autocomplete: 'address-level2' })}
</div>
${textField(state, { name: 'region', label: words.region, maxLength: 100, autocomplete: 'address-level1', optional: true })}
${selectField(state, { name: 'country', label: words.country, value: country, options: countryOptions(language), autocomplete: 'country' })}
${textField(state, { name: 'phone', label: words.phone, maxLength: 40, type: 'tel', autocomplete: 'tel', optional: true })}`;
