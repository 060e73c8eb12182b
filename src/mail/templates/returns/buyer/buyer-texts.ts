import type { LabelKind } from '../return-mail-kinds.ts';
import type { ReturnOrder, Wording } from '../wording.ts';

/** One language's mails to whoever sends back. Nothing in them says that it is the buyer, where it may not be. */
export interface BuyerTexts {
  requested(order: ReturnOrder, answerBy: string | null): Wording;
  creditSuggested(cost: string, value: string): string;
  readonly cancellable: string;
  authorized(order: ReturnOrder): Wording;
  closed(order: ReturnOrder, reason: string): Wording;
  readonly sellerMessage: string;
  reply(order: ReturnOrder): Wording;
  readonly replyLeavesOpen: string;
  cancelled(order: ReturnOrder): Wording;
  received(order: ReturnOrder, units: number, complete: boolean): Wording;
  withdrawalStated(order: ReturnOrder, statedAt: string): Wording;
  withdrawalAcknowledged(order: ReturnOrder): Wording;
  readonly statement: StatementTexts;
  readonly withdrawalLate: string;
  unitsCancelled(units: number): string;
  readonly nothingToReturn: string;
  readonly returnInTime: string;
  /** `mayWait`: something has to come back first. */
  refundBy(day: string, mayWait: boolean): string;
  readonly documents: DocumentTexts;
  readonly cancelLabel: string;
  readonly printLabel: string;
  readonly confirmLabel: string;
}

/** What a withdrawal states, as labels and values. */
interface StatementTexts {
  readonly statementLabel: string;
  statement(order: ReturnOrder): string;
  readonly nameLabel: string;
  readonly statedLabel: string;
  readonly confirmedLabel: string;
  readonly itemsHeading: string;
}

/** What to do with slip and label. */
interface DocumentTexts {
  readonly rmaLabel: string;
  readonly follow: string;
  readonly heading: string;
  /** `none`: not attached, but behind the link. */
  readonly print: Record<LabelKind, string>;
  readonly slip: string;
  readonly label: string;
  readonly postage: Record<LabelKind, string>;
  readonly postageRefunded: string;
  /** Ends the subject of a mail whose documents replace earlier ones; and says so. */
  readonly replacesSubject: string;
  readonly replaces: string;
  readonly proof: string;
}
