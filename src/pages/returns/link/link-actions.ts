import type { Return } from '../../../domain/returns/return.ts';
import type { LinkAction } from '../../../platform/link-tokens.ts';
import type { BuyerSituation, Headline, LinkTexts, SellerSituation } from '../texts/link-texts.ts';

export const returnLinkActions = [
  'authorize_return',
  'close_return',
  'reply_to_return',
  'cancel_return',
  'confirm_withdrawal',
  'print_return_label',
] as const satisfies readonly LinkAction[];
export type ReturnLinkAction = (typeof returnLinkActions)[number];
/** Those that change something, and so act once. */
export type ActingLink = Exclude<ReturnLinkAction, 'print_return_label'>;

const sellerActions: ReadonlySet<ReturnLinkAction> = new Set([
  'authorize_return',
  'close_return',
  'reply_to_return',
]);

export const isSellers = (action: ReturnLinkAction): boolean => sellerActions.has(action);

/** Why a return in this state does not let this be done; null: it can be done. */
export const obstacleTo = (action: ReturnLinkAction, state: Return, texts: LinkTexts): Headline | null => {
  if (isSellers(action)) {
    const situation = sellersObstacle(action, state);
    return situation === null ? null : texts.over.seller[situation];
  }
  const situation = buyersObstacle(action, state);
  return situation === null ? null : texts.over.buyer[situation];
};

const ended = (state: Return): Extract<SellerSituation, BuyerSituation> | null => {
  if (state.state === 'closed') return `closed_by_${state.closing.by}`;
  return state.state === 'completed' ? 'completed' : null;
};

const sellersObstacle = (action: ReturnLinkAction, state: Return): SellerSituation | null => {
  // Writing to the buyer is possible in every state (003).
  if (action === 'reply_to_return') return null;
  const over = ended(state);
  if (over !== null) return over;
  if (action === 'close_return') return state.state === 'received' ? 'received' : null;
  if (state.state !== 'requested') return 'authorized';
  return state.withdrawal !== null && state.withdrawal.confirmedAt === null ? 'unconfirmed' : null;
};

const buyersObstacle = (action: ReturnLinkAction, state: Return): BuyerSituation | null => {
  if (action === 'confirm_withdrawal') {
    if (state.state === 'closed') return ended(state) as BuyerSituation;
    return state.withdrawal?.confirmedAt === null ? null : 'confirmed';
  }
  if (action === 'print_return_label') {
    if (state.state === 'closed') return ended(state) as BuyerSituation;
    if (state.authorization === null) return state.state === 'completed' ? 'completed' : 'not_authorized';
    return state.authorization.returnAddress === null ? 'no_address' : null;
  }
  const over = ended(state);
  if (over !== null) return over;
  if (state.state === 'received') return 'received';
  return state.state === 'requested' ? null : 'authorized';
};

/**
 * What else whoever holds this link may do now. A link that only shows is passed on to whoever prints it, so
 * it leads nowhere else.
 */
export const offeredBeside = (
  action: ReturnLinkAction,
  state: Return,
  texts: LinkTexts,
): readonly ReturnLinkAction[] => {
  if (action === 'print_return_label') return [];
  return returnLinkActions.filter(
    (other) =>
      other !== action &&
      isSellers(other) === isSellers(action) &&
      (other !== 'confirm_withdrawal' || state.withdrawal !== null) &&
      obstacleTo(other, state, texts) === null,
  );
};
