import type { Instant } from '../../domain/calendar/instant.ts';
import { zoneOf } from '../../domain/calendar/zones.ts';
import type { Language } from '../../domain/languages.ts';
import { moneyText } from '../../domain/money-text.ts';
import type { Order, ParcelLine } from '../../domain/orders/order.ts';
import { writtenTime } from '../../domain/written-dates.ts';
import { receiptTexts } from '../../labels/texts/receipt/index.ts';
import type { ReceiptTexts } from '../../labels/texts/receipt/receipt-texts.ts';
import { type Html, html } from '../html.ts';
import { languageLinks } from '../language-links.ts';
import type { Page } from '../layout.ts';
import { type RmaTexts, rmaTextsOf } from '../returns/rma/texts/index.ts';
import { textsOf } from '../returns/texts/index.ts';
import type { LinkTexts } from '../returns/texts/link-texts.ts';
import type { Matter, Shop } from './ports.ts';
import { moneyTextsOf } from './texts/index.ts';
import type { MoneyTexts } from './texts/money-texts.ts';

/** What a part of a page needs to speak: the words, the clock of the place of delivery, the currency. */
export interface MoneyVoice {
  readonly texts: MoneyTexts;
  /** What all pages of links say. */
  readonly common: LinkTexts;
  /** For refunds, as their receipts say it. */
  readonly receipt: ReceiptTexts;
  readonly returns: RmaTexts['rma'];
  readonly language: Language;
  readonly zone: string;
  readonly currency: string;
}

/** The same clock and the same writing of amounts as in the mails about money. */
export const voiceOf = (language: Language, { shipTo, currency }: Order): MoneyVoice => ({
  texts: moneyTextsOf[language],
  common: textsOf[language],
  receipt: receiptTexts[language],
  returns: rmaTextsOf[language].rma,
  language,
  zone: shipTo === null ? 'UTC' : zoneOf(shipTo.country, shipTo.postalCode),
  currency,
});

/** A link that has been read, with all that its pages show. */
export interface MoneyView<Of extends Matter = Matter> {
  readonly token: string;
  readonly sellerId: string;
  readonly matter: Of;
  readonly shopName: Shop['shopName'];
  readonly voice: MoneyVoice;
  readonly now: Instant;
}

export const written = ({ currency, language }: MoneyVoice, amountMinor: number): string =>
  moneyText(amountMinor, currency, language);

export const timeOf = ({ language, zone }: MoneyVoice, at: Instant): Html =>
  html`<time datetime="${at}">${writtenTime(at, language, zone)}</time>`;

/** An item of the order by its line. */
export const titleOf = (order: Order, lineId: string): string =>
  order.lines.find((line) => line.lineId === lineId)?.title ?? lineId;

export const unitOf = (order: Order, { lineId, quantity }: ParcelLine): string =>
  `${quantity} × ${titleOf(order, lineId)}`;

/** "2 × Bear": some units, a line each. */
export const unitList = (order: Order, units: readonly ParcelLine[]): Html =>
  html`${units.map((unit, n) => html`${n > 0 && html`<br>`}${unitOf(order, unit)}`)}`;

/** A page of a link, in its frame: whose it is, its order, other languages. */
export const moneyPage = (
  { matter, shopName, voice }: MoneyView,
  { title, main, faulty = false }: { title: string; main: Html; faulty?: boolean },
): Page => {
  const { common, language, zone } = voice;
  const { channel, channelOrderId } = matter.order;
  return {
    language,
    title: `${faulty ? `${common.error}: ` : ''}${title} · ${common.order(channelOrderId)}`,
    header: html`<span class="name">${shopName ?? channel}</span>${languageLinks(language, common.language)}`,
    main,
    footer: html`<p>${zone === 'UTC' ? common.utcTimes : common.localTimes}</p>`,
  };
};

/** The head of a page: of which order, what it is about. */
export const pageHead = ({ matter, voice: { common } }: MoneyView, title: string, lead: string): Html =>
  html`<p class="eyebrow">${common.order(matter.order.channelOrderId)}</p>
<h1>${title}</h1>
<p class="lead">${lead}</p>`;

/** Labels with what they stand for; nothing where there is nothing. */
export const factList = (facts: readonly (readonly [label: string, value: string | Html])[]): Html | null =>
  facts.length === 0
    ? null
    : html`<dl class="facts">${facts.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;
