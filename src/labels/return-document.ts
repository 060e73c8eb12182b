import type { Instant } from '../domain/calendar/instant.ts';
import type { Language } from '../domain/languages.ts';
import type { Address } from '../domain/orders/order.ts';
import type { ReturnReason } from '../domain/returns/reasons.ts';

export interface ReturnDocumentLine {
  readonly title: string;
  readonly sku: string;
  readonly quantity: number;
  readonly reason: ReturnReason | null;
}

/**
 * All that the documents of a return say: plain JSON, frozen when the return was authorised, so that a
 * reprint years later says the same, whatever has changed since (003).
 */
export interface ReturnDocument {
  readonly language: Language;
  /** The slip's date, and the only one in the files. */
  readonly issuedAt: Instant;
  /** IANA name of the zone in which `issuedAt` is written. */
  readonly timeZone: string;
  /** 1-20 of A-Z a-z 0-9 - _ */
  readonly rma: string;
  /** Content of the 2D code. */
  readonly rmaUrl: string;
  readonly orderNumber: string;
  readonly channel: string;
  readonly sellerName: string | null;
  /** Who sends back; null once the buyer has been forgotten. */
  readonly sender: Address | null;
  readonly returnAddress: Address;
  readonly lines: readonly ReturnDocumentLine[];
  /** Right of withdrawal: no reason was asked. */
  readonly withdrawal: boolean;
  /** The seller has a label of its own, a file beside this one: the page holds the slip alone. */
  readonly ownLabel: boolean;
}
