import type { Language } from '../../src/domain/languages.ts';
import type { OrderState, TrackingCode } from '../../src/domain/orders/order.ts';
import { newId } from '../../src/platform/ids.ts';
import type { MailTest } from './mail-harness.ts';

export interface OrderFixture {
  readonly state?: OrderState;
  readonly orderNumber?: string;
  readonly channel?: string;
  readonly language?: Language;
  /** Null: pending or anonymised. */
  readonly shipTo?: { country: string; postalCode: string } | null;
  readonly deliveredAt?: string | null;
  readonly windows?: readonly { parcel: number | null; earliest: string; latest: string; latestAt: string }[];
  readonly parcels?: readonly {
    carrier: string;
    trackingNumber: string;
    shippedAt: string;
    status?: TrackingCode | null;
    scans: readonly (readonly [code: TrackingCode, occurredAt: string, location?: string | null])[];
  }[];
}

/** Writes an order as the workers would leave it, with a buyer whose data the page must not show. */
export const seedOrder = ({ database, sellerId }: MailTest, fixture: OrderFixture = {}): Promise<string> =>
  database.asSellers([sellerId], async ({ sql }) => {
    const id = newId();
    const {
      state = 'unshipped',
      orderNumber = `N-${id.slice(-6)}`,
      channel = 'shop',
      language = 'fr',
    } = fixture;
    const place = fixture.shipTo === undefined ? { country: 'FR', postalCode: '75001' } : fixture.shipTo;
    const shipTo =
      place &&
      JSON.stringify({
        name: 'Claire Secret',
        line1: '1 rue Cachée',
        city: 'Villecachée',
        region: null,
        ...place,
      });
    const buyer = place && JSON.stringify({ name: 'Claire Secret', email: 'claire.secret@example.org' });
    await sql`
      INSERT INTO orders (id, seller_id, channel, channel_order_id, purpose, historical, state, placed_at,
        shipping_speed, currency, tax_included, language, buyer, ship_to, payment_status, payment_provider,
        shipping_minor, shipping_tax_minor, shipping_discount_minor, fulfilment_centre, delivered_at)
      VALUES (${id}, ${sellerId}, ${channel}, ${orderNumber}, 'sale', false, ${state}, '2026-05-07T09:00:00Z',
        'standard', 'EUR', true, ${language}, ${buyer}::jsonb, ${shipTo}::jsonb, 'verified', 'sandbox',
        12345, 0, 0, 'lille', ${fixture.deliveredAt ?? null})`;
    const parcelIds: string[] = [];
    for (const parcel of fixture.parcels ?? []) {
      const parcelId = newId();
      parcelIds.push(parcelId);
      await sql`
        INSERT INTO shipment (id, seller_id, order_id, carrier, tracking_number, shipped_at, historical, lines, status)
        VALUES (${parcelId}, ${sellerId}, ${id}, ${parcel.carrier}, ${parcel.trackingNumber}, ${parcel.shippedAt},
          false, '[]', ${parcel.status ?? null})`;
      for (const [n, [code, occurredAt, location = null]] of parcel.scans.entries()) {
        await sql`
          INSERT INTO tracking_event (id, seller_id, carrier, tracking_number, dedupe_key, code, occurred_at, location,
            historical)
          VALUES (${newId()}, ${sellerId}, ${parcel.carrier}, ${parcel.trackingNumber}, ${String(n)}, ${code},
            ${occurredAt}, ${location}, false)`;
      }
    }
    for (const [n, window] of (fixture.windows ?? []).entries()) {
      await sql`
        INSERT INTO promise (order_id, sequence, seller_id, shipment_id, ship_by, earliest, latest, latest_at, lane,
          carrier, explanation, policy_version, promised_at)
        VALUES (${id}, ${n + 1}, ${sellerId}, ${window.parcel === null ? null : (parcelIds[window.parcel] ?? null)},
          '2026-05-07', ${window.earliest}, ${window.latest}, ${window.latestAt}, 'lille → FR', 'colissimo', '[]', 1,
          '2026-05-07T09:00:00Z')`;
    }
    return id;
  });

/** A window given before anything left. */
export const firstWindow = {
  parcel: null,
  earliest: '2026-05-11',
  latest: '2026-05-13',
  latestAt: '2026-05-13T22:00:00.000Z',
};
