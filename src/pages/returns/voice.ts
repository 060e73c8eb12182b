import type { FullReturn } from '../../../db/repositories/returns-read/find-return.ts';
import type { Language } from '../../domain/languages.ts';
import type { Address } from '../../domain/orders/order.ts';
import { type Html, html } from '../html.ts';
import { type RmaTexts, rmaTextsOf } from './rma/texts/index.ts';
import { type LinkTexts, textsOf } from './texts/index.ts';

/** What a part of a page needs to speak: the words, and the clock of the place of delivery. */
export interface Voice {
  readonly texts: LinkTexts;
  /** For what has happened to a return. */
  readonly records: RmaTexts;
  readonly language: Language;
  readonly zone: string;
}

export const voiceOf = (language: Language, zone: string): Voice => ({
  texts: textsOf[language],
  records: rmaTextsOf[language],
  language,
  zone,
});

/** Whose clock the times of a page are. */
export const zoneNote = ({ texts, zone }: Voice): Html =>
  html`<p>${zone === 'UTC' ? texts.utcTimes : texts.localTimes}</p>`;

export const countryName = (country: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(country) ?? country;

/** An address, a line each; the country in the reader's language. */
export const addressLines = (address: Address, language: Language): Html => {
  const { name, line1, line2, postalCode, city, region, country, phone } = address;
  const lines = [
    name,
    line1,
    line2,
    [postalCode, city].filter(Boolean).join(' '),
    region,
    countryName(country, language),
    phone,
  ];
  return html`${lines
    .filter((line) => line !== null && line !== undefined && line !== '')
    .map((line, n) => html`${n > 0 && html`<br>`}${line}`)}`;
};

/** An item of the order by its line. */
export const titleOf = ({ order }: FullReturn, lineId: string): string =>
  order.lines.find((line) => line.lineId === lineId)?.title ?? lineId;

/** "2 × Bear": some units, a line each. */
export const unitList = (
  full: FullReturn,
  units: readonly { readonly lineId: string; readonly quantity: number }[],
): Html =>
  html`${units.map(
    ({ lineId, quantity }, n) => html`${n > 0 && html`<br>`}${quantity} × ${titleOf(full, lineId)}`,
  )}`;
