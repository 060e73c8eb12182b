import type { MailBlock } from '../mail-blocks.ts';
import type { MailContent } from '../render-mail.ts';

/** The order that a return belongs to, as both sides know it. */
export interface ReturnOrder {
  readonly orderNumber: string;
  readonly channel: string;
}

/** What happened, and what to do next; between them stand the items, the same in every language. */
export interface Wording {
  readonly subject: string;
  readonly opening: string;
  readonly next: readonly string[];
}

/** What happened, then the items, then what to do. */
export const composed = (
  { subject, opening, next }: Wording,
  items: readonly MailBlock[],
  more: readonly MailBlock[] = [],
): MailContent => ({ subject, paragraphs: [opening, ...items, ...next, ...more] });
