import type { Order, ParcelLine } from '../../src/domain/orders/order.ts';
import type { MailLine } from '../../src/mail/templates/money/money-mail-kinds.ts';

/** Units of an order as a mail lists them. */
export const linesWithTitles = (order: Order, lines: readonly ParcelLine[]): MailLine[] =>
  lines.map(({ lineId, quantity }) => ({
    title: order.lines.find((line) => line.lineId === lineId)?.title ?? lineId,
    quantity,
  }));
