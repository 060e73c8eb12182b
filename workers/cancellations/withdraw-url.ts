import type { Mailing } from '../mailing.ts';

/** The page on which a buyer withdraws from an order that has left, whichever it is. */
export const withdrawUrl = ({ links: { publicUrl } }: Pick<Mailing, 'links'>): string =>
  `${publicUrl}/withdraw`;
