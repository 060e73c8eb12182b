import type { LinkAction } from '../../platform/link-tokens.ts';

export const moneyLinkActions = [
  'decide_cancellation',
  'request_cancellation',
  'file_claim',
  'refund_return',
  'show_refund',
] as const satisfies readonly LinkAction[];
export type MoneyLinkAction = (typeof moneyLinkActions)[number];

const buyersActions: ReadonlySet<MoneyLinkAction> = new Set(['request_cancellation', 'show_refund']);

/** Whose link it is, the buyer's or the seller's. */
export const isBuyers = (action: MoneyLinkAction): boolean => buyersActions.has(action);
