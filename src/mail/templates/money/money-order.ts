import { tidy } from '../returns/return-items.ts';
import type { MoneyAbout } from './money-mail-kinds.ts';

/** What an order is called in a sentence. Numbers and channels come from other systems: each on one line. */
export type MoneyOrder = Pick<MoneyAbout, 'orderNumber' | 'channel'>;

export const moneyOrderOf = ({ orderNumber, channel }: MoneyOrder): MoneyOrder => ({
  orderNumber: tidy(orderNumber),
  channel: tidy(channel),
});
