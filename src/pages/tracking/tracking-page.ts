import type {
  TrackedParcel,
  TrackedWindow,
  TrackingPage,
} from '../../../db/repositories/tracking-page/find-tracking-page.ts';
import type { Instant } from '../../domain/calendar/instant.ts';
import { destinationOf } from '../../domain/delivery/destination.ts';
import type { Language } from '../../domain/languages.ts';
import { writtenDay, writtenWindow } from '../../domain/written-dates.ts';
import { type Html, html } from '../html.ts';
import { languageLinks } from '../language-links.ts';
import type { Page } from '../layout.ts';
import { parcelCard } from './parcel-card.ts';
import { textsOf } from './texts/index.ts';
import type { Headline, TrackingTexts } from './texts/tracking-texts.ts';
import type { Voice } from './voice.ts';

export interface TrackingView {
  readonly language: Language;
  readonly now: Instant;
}

/** The public page of an order: where it is, when it comes, what the carriers said. */
export const trackingPage = (tracking: TrackingPage, { language, now }: TrackingView): Page => {
  const { order, parcels } = tracking;
  const texts = textsOf[language];
  const place = zoneOfOrder(tracking);
  const voice: Voice = { texts, language, zone: place ?? 'UTC' };
  const number = texts.order(order.orderNumber);
  return {
    language,
    title: `${headlineOf(tracking, texts).title} · ${number}`,
    header: html`<span class="name">${order.shopName}</span>${languageLinks(language, texts.language)}`,
    main: html`${summary(tracking, number, voice, now)}${parcels.map((parcel, n) =>
      parcelCard(parcel, {
        position: n + 1,
        count: parcels.length,
        window: parcels.length > 1 && isExpected(parcel) ? windowOf(tracking, parcel) : null,
        voice,
      }),
    )}`,
    footer: parcels.some((parcel) => parcel.scans.length > 0)
      ? html`<p>${place === null ? texts.utcTimes : texts.localTimes}</p>`
      : html``,
  };
};

const zoneOfOrder = ({ order: { country, postalCode } }: TrackingPage): string | null =>
  country === null ? null : (destinationOf({ country, postalCode: postalCode ?? '' })?.zone ?? null);

const headlineOf = ({ order, parcels }: TrackingPage, texts: TrackingTexts): Headline =>
  texts.headlines[order.state === 'unshipped' && parcels.length > 0 ? 'partly_shipped' : order.state];

const summary = (tracking: TrackingPage, number: string, voice: Voice, now: Instant): Html => {
  const { title, sentence } = headlineOf(tracking, voice.texts);
  return html`<section class="card">
<p class="eyebrow">${number}</p>
<h1>${title}</h1>
<p class="lead">${sentence}</p>
${steps(tracking, voice)}
${whenItComes(tracking, voice, now)}
</section>`;
};

/** The straight way of an order; one that left it has none. */
const steps = ({ order }: TrackingPage, { texts }: Voice): Html | null => {
  const reached = { unshipped: 0, shipped: 1, delivered: 2 }[order.state as string];
  if (reached === undefined) return null;
  const { ordered, shipped, delivered } = texts.steps;
  return html`<ol class="steps" aria-label="${texts.progress}">${[ordered, shipped, delivered].map(
    (name, n) =>
      n === reached
        ? html`<li class="done" aria-current="step">${name}</li>`
        : html`<li${n < reached && html` class="done"`}>${name}</li>`,
  )}</ol>`;
};

const whenItComes = (tracking: TrackingPage, voice: Voice, now: Instant): Html | null => {
  const { order, parcels } = tracking;
  const { texts, language, zone } = voice;
  if (order.state === 'delivered' && order.deliveredAt !== null) {
    return html`<p class="when">${texts.deliveredOn} <strong>${writtenDay(order.deliveredAt, language, zone)}</strong></p>`;
  }
  if (order.state !== 'unshipped' && order.state !== 'shipped') return null;
  const [parcel] = parcels;
  // With several parcels each says when it comes; the order's own window is about what has not left.
  const window =
    parcels.length === 1 && parcel && order.state === 'shipped'
      ? windowOf(tracking, parcel)
      : (tracking.windows.findLast((one) => one.shipmentId === null) ?? null);
  if (window === null || (parcels.length > 1 && order.state === 'shipped')) return null;
  return html`<p class="when">${texts.expected} <strong>${writtenWindow(window.earliest, window.latest, language)}</strong></p>
${window.latestAt <= now && html`<p class="note">${texts.late}</p>`}`;
};

/** The newest window that was given for a parcel, else for its order. */
const windowOf = ({ windows }: TrackingPage, parcel: TrackedParcel): TrackedWindow | null =>
  windows.findLast((window) => window.shipmentId === parcel.id) ??
  windows.findLast((window) => window.shipmentId === null) ??
  null;

const isExpected = ({ status }: TrackedParcel): boolean =>
  status === null || ['accepted', 'in_transit', 'out_for_delivery', 'exception'].includes(status);
