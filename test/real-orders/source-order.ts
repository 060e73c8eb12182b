import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Instant, LocalDate } from '../../src/domain/calendar/instant.ts';

const shopZone = 'America/Sao_Paulo';

/** `2017-10-15 00:30:00` as the clock on the wall in São Paulo said; a skipped hour is the one after it. */
export const fromWallClock = (text: string): string =>
  Temporal.PlainDateTime.from(text.replace(' ', 'T'))
    .toZonedDateTime(shopZone)
    .toString({ timeZoneName: 'never' });

/** Exact, without a way through floating point: `109.9` is 10990 centavos. */
export const toMinor = (text: string): number => {
  const match = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (match === null) throw new Error(`${text} is no amount`);
  const [, whole, cents = ''] = match;
  return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
};

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .or(z.literal(''))
  .transform((text) => (text === '' ? null : text));
/** The file has lost leading zeros in places. */
const postalPrefix = z
  .string()
  .regex(/^\d{4,5}$/)
  .transform((text) => text.padStart(5, '0'));
const state = z.string().regex(/^[A-Z]{2}$/);

const row = z.object({
  order_id: z.string().min(1),
  status: z.string(),
  purchased_at: moment,
  payment_approved_at: moment,
  handed_to_carrier_at: moment,
  delivered_at: moment,
  promised_date: z.iso.date(),
  customer_zip_prefix: postalPrefix,
  customer_city: z.string().min(1),
  customer_state: state,
  line_no: z.string(),
  product_id: z.string(),
  seller_zip_prefix: postalPrefix,
  seller_state: state,
  price_brl: z.string().transform(toMinor),
  freight_brl: z.string().transform(toMinor),
});
type SourceRow = z.output<typeof row>;

export interface SourceLine {
  readonly lineId: string;
  readonly sku: string;
  readonly priceMinor: number;
  readonly freightMinor: number;
}

/** An order as the shop kept it. Instants are RFC 3339 with São Paulo's offset; dates are local there. */
export interface SourceOrder {
  readonly id: string;
  readonly status: string;
  readonly purchasedAt: Instant;
  readonly purchasedOn: LocalDate;
  readonly approvedAt: Instant | null;
  readonly handedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly deliveredOn: LocalDate | null;
  /** The shop's own promise. */
  readonly promisedOn: LocalDate;
  readonly postalCode: string;
  readonly city: string;
  readonly state: string;
  /** Of the first line; few orders have sellers in two states. */
  readonly sellerState: string;
  readonly lines: readonly SourceLine[];
}

const at = (text: string | null): Instant | null => (text === null ? null : fromWallClock(text));

const toOrder = (rows: readonly SourceRow[]): SourceOrder => {
  const [first] = rows;
  if (first === undefined || first.purchased_at === null) throw new Error('An order without a purchase');
  return {
    id: first.order_id,
    status: first.status,
    purchasedAt: fromWallClock(first.purchased_at),
    purchasedOn: first.purchased_at.slice(0, 10),
    approvedAt: at(first.payment_approved_at),
    handedAt: at(first.handed_to_carrier_at),
    deliveredAt: at(first.delivered_at),
    deliveredOn: first.delivered_at?.slice(0, 10) ?? null,
    promisedOn: first.promised_date,
    postalCode: first.customer_zip_prefix,
    city: first.customer_city,
    state: first.customer_state,
    sellerState: first.seller_state,
    lines: rows.map(({ line_no, product_id, price_brl, freight_brl }) => ({
      lineId: line_no,
      sku: product_id,
      priceMinor: price_brl,
      freightMinor: freight_brl,
    })),
  };
};

/** The orders of the file's text, in the order in which they were bought. */
export const parseOrders = (text: string): SourceOrder[] => {
  const rows = z.array(row).parse(parse(text, { columns: true, bom: true, skip_empty_lines: true }));
  const byOrder = new Map<string, SourceRow[]>();
  for (const one of rows) byOrder.set(one.order_id, [...(byOrder.get(one.order_id) ?? []), one]);
  return [...byOrder.values()]
    .map(toOrder)
    .sort((a, b) => Date.parse(a.purchasedAt) - Date.parse(b.purchasedAt) || (a.id < b.id ? -1 : 1));
};

export const readOrders = (file: string): SourceOrder[] => parseOrders(readFileSync(file, 'utf8'));
