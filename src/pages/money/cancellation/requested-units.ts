import type { Order, ParcelLine } from '../../../domain/orders/order.ts';
import { type Html, html } from '../../html.ts';
import { type MoneyVoice, unitList } from '../money-view.ts';

/** What a request asks for; of the whole order its items as well. */
export const requestedUnits = (
  order: Order,
  lines: readonly ParcelLine[] | null,
  { texts }: MoneyVoice,
): Html =>
  lines === null
    ? html`<strong>${texts.wholeOrder}</strong><br>${unitList(order, order.lines)}`
    : html`<strong>${unitList(order, lines)}</strong>`;
