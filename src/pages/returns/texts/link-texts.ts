import type { ReturnWarningCode } from '../../../domain/returns/return.ts';
import type { FieldFault } from '../form/field-errors.ts';

export interface Headline {
  readonly title: string;
  readonly sentence: string;
}

export type LinkProblem =
  | 'notFound'
  | 'expired'
  | 'tooMany'
  | 'crossSite'
  | 'wrongType'
  | 'malformed'
  | 'tooLarge';

/** Why an action is no longer, or not yet, possible. */
export type SellerSituation =
  | 'authorized'
  | 'received'
  | 'completed'
  | 'closed_by_buyer'
  | 'closed_by_seller'
  | 'closed_by_system'
  | 'unconfirmed';
export type BuyerSituation =
  | Exclude<SellerSituation, 'unconfirmed'>
  | 'confirmed'
  | 'not_authorized'
  | 'no_address';

/** All that the pages of links say, in one language. */
export interface LinkTexts {
  readonly language: string;
  order(number: string): string;
  readonly localTimes: string;
  readonly utcTimes: string;
  /** Stands before the page's title when the form has faults. */
  readonly error: string;
  readonly errorSummary: string;
  readonly faults: Readonly<Record<FieldFault, string>>;
  readonly optional: string;
  readonly choose: string;
  readonly problems: Readonly<Record<LinkProblem, Headline>>;
  readonly request: {
    readonly heading: string;
    readonly by: string;
    readonly on: string;
    readonly reason: string;
    readonly comment: string;
    readonly withdrawal: string;
    readonly worthKnowing: string;
    readonly warnings: Readonly<Record<ReturnWarningCode, string>>;
    keepItem(cost: string, value: string): string;
    offerCredit(cost: string, value: string): string;
  };
  readonly authorize: {
    readonly title: string;
    readonly lead: string;
    readonly rma: string;
    readonly rmaGenerated: string;
    readonly rmaOwn: string;
    readonly rmaField: string;
    readonly rmaHint: string;
    readonly address: string;
    readonly addressNew: string;
    readonly fields: {
      readonly name: string;
      readonly line1: string;
      readonly line2: string;
      readonly postalCode: string;
      readonly city: string;
      readonly region: string;
      readonly country: string;
      readonly phone: string;
    };
    readonly label: string;
    readonly labelGenerated: string;
    readonly labelGeneratedHint: string;
    readonly labelUploaded: string;
    readonly labelFile: string;
    readonly labelHint: string;
    readonly choice: string;
    readonly button: string;
  };
  readonly close: {
    readonly title: string;
    readonly lead: string;
    readonly withdrawalLead: string;
    readonly reason: string;
    readonly message: string;
    readonly messageHint: string;
    readonly button: string;
  };
  readonly reply: {
    readonly title: string;
    readonly lead: string;
    readonly message: string;
    readonly messageHint: string;
    readonly choice: string;
    readonly button: string;
  };
  readonly cancel: {
    readonly title: string;
    readonly lead: string;
    readonly choice: string;
    readonly button: string;
  };
  readonly confirm: {
    readonly title: string;
    readonly lead: string;
    readonly points: readonly string[];
    readonly quantities: string;
    readonly quantitiesHint: string;
    readonly quantityOf: (title: string, most: number) => string;
    readonly choice: string;
    readonly button: string;
  };
  readonly label: {
    readonly title: string;
    readonly lead: string;
    readonly stepsGenerated: readonly string[];
    readonly stepsUploaded: readonly string[];
    readonly download: string;
    readonly downloadSlip: string;
    readonly downloadUploaded: string;
  };
  /** Links to what else can be done. */
  readonly offers: {
    readonly heading: string;
    readonly authorize_return: string;
    readonly close_return: string;
    readonly reply_to_return: string;
    readonly cancel_return: string;
    readonly confirm_withdrawal: string;
    readonly print_return_label: string;
  };
  readonly done: Readonly<
    Record<
      'authorize_return' | 'close_return' | 'reply_to_return' | 'cancel_return' | 'confirm_withdrawal',
      Headline
    >
  >;
  /** A second, other form by a link that has acted. */
  readonly used: string;
  readonly pending: Headline;
  readonly reload: string;
  readonly failed: Headline;
  readonly over: {
    readonly seller: Readonly<Record<SellerSituation, Headline>>;
    readonly buyer: Readonly<Record<BuyerSituation, Headline>>;
  };
  readonly facts: {
    readonly when: string;
    readonly rma: string;
    readonly returnAddress: string;
    readonly reason: string;
    readonly message: string;
    readonly refundBy: string;
    readonly toSendBack: string;
    readonly cancelled: string;
  };
}
