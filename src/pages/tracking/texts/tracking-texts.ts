import type { OrderState, TrackingCode } from '../../../domain/orders/order.ts';

export interface Headline {
  readonly title: string;
  readonly sentence: string;
}

/** All that the tracking page says, in one language. It speaks to the buyer, or to whom they sent the link. */
export interface TrackingTexts {
  order(number: string): string;
  readonly headlines: Readonly<Record<OrderState | 'partly_shipped', Headline>>;
  readonly progress: string;
  readonly steps: { readonly ordered: string; readonly shipped: string; readonly delivered: string };
  /** Before the window in which it should come. */
  readonly expected: string;
  readonly deliveredOn: string;
  /** The window has passed. */
  readonly late: string;
  readonly parcel: string;
  parcelOf(position: number, count: number): string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly shippedOn: string;
  readonly history: string;
  readonly statuses: Readonly<Record<TrackingCode, string>>;
  readonly noScans: string;
  readonly localTimes: string;
  readonly utcTimes: string;
  readonly language: string;
  readonly notFound: Headline;
  readonly tooMany: Headline;
}
