import type { Headline } from '../../texts/link-texts.ts';

/** What the page says on which a buyer withdraws without a link. */
export interface WithdrawTexts {
  readonly title: string;
  readonly lead: string;
  readonly orderNumber: string;
  readonly email: string;
  readonly emailHint: string;
  readonly button: string;
  readonly sent: Headline;
  readonly again: string;
  readonly tooMany: string;
}
