import type { UnfulfillableReason } from '../../../domain/orders/order.ts';
import type { MailContent } from '../render-mail.ts';

/** The order that an alert is about, as the seller knows it. */
export interface AlertOrder {
  readonly orderNumber: string;
  readonly channel: string;
}

/** One language's alerts to a seller: what happened, then what to do next. */
export interface AlertTexts {
  payment_expired(order: AlertOrder, lastDay: string): MailContent;
  not_shipped_by_edd(order: AlertOrder, lastDay: string): MailContent;
  auto_cancelled(order: AlertOrder, lastDay: string): MailContent;
  unfulfillable(order: AlertOrder, reason: UnfulfillableReason): MailContent;
  readonly trackingLabel: string;
}
