import type {
  TrackedParcel,
  TrackedScan,
  TrackedWindow,
} from '../../../db/repositories/tracking-page/find-tracking-page.ts';
import type { TrackingCode } from '../../domain/orders/order.ts';
import { writtenDay, writtenTime, writtenWindow } from '../../domain/written-dates.ts';
import { type Html, html } from '../html.ts';
import type { Voice } from './voice.ts';

export interface ParcelCard {
  readonly position: number;
  readonly count: number;
  /** When this parcel comes; null: said elsewhere, or it no longer does. */
  readonly window: TrackedWindow | null;
  readonly voice: Voice;
}

const tones: Readonly<Partial<Record<TrackingCode, string>>> = {
  delivered: 'good',
  exception: 'warn',
  damaged: 'bad',
  lost: 'bad',
  returning: 'warn',
  returned_to_sender: 'warn',
};

/** One parcel: who carries it under which number, and its scans, newest first. */
export const parcelCard = (parcel: TrackedParcel, { position, count, window, voice }: ParcelCard): Html => {
  const { texts, language, zone } = voice;
  const status = parcel.status ?? parcel.scans[0]?.code;
  return html`<section class="card">
<h2>${count > 1 ? texts.parcelOf(position, count) : texts.parcel}${
    status && html` <span class="${tones[status] ?? 'soft'}">· ${texts.statuses[status]}</span>`
  }</h2>
<dl>
<dt>${texts.carrier}</dt><dd>${parcel.carrier}</dd>
<dt>${texts.trackingNumber}</dt><dd>${parcel.trackingNumber}</dd>
<dt>${texts.shippedOn}</dt><dd>${writtenDay(parcel.shippedAt, language, zone)}</dd>
</dl>
${window && html`<p class="when">${texts.expected} <strong>${writtenWindow(window.earliest, window.latest, language)}</strong></p>`}
<h3>${texts.history}</h3>
${parcel.scans.length === 0 ? html`<p class="soft">${texts.noScans}</p>` : html`<ol class="scans">${parcel.scans.map((scan) => scanItem(scan, voice))}</ol>`}
</section>`;
};

const scanItem = ({ code, occurredAt, location }: TrackedScan, { texts, language, zone }: Voice): Html =>
  html`<li><span class="what">${texts.statuses[code]}</span>${
    location !== null && location !== '' && html` <span class="where">· ${location}</span>`
  }<time datetime="${occurredAt}">${writtenTime(occurredAt, language, zone)}</time></li>`;
