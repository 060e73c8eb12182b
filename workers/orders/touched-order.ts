import type { Instant } from '../../src/domain/calendar/instant.ts';
import type { OrderEvent } from '../../src/domain/orders/events.ts';
import type { Order } from '../../src/domain/orders/order.ts';
import type { Mailing } from '../mailing.ts';
import type { Policies } from './policies.ts';

/** An order that a transaction has changed. */
export interface TouchedOrder {
  readonly sellerId: string;
  /** As it was loaded; null: it is new. */
  readonly before: Order | null;
  readonly after: Order;
  readonly events: readonly OrderEvent[];
}

/** What mails about orders need beside them. */
export interface Alerting {
  readonly policies: Policies;
  readonly now: Instant;
  readonly mailing: Mailing;
}
