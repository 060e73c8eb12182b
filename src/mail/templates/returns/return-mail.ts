import type { Language } from '../../../domain/languages.ts';
import { type RenderedMail, renderMail } from '../render-mail.ts';
import { composeBuyerMail } from './buyer/compose-buyer-mail.ts';
import { tidy } from './return-items.ts';
import type { BuyerMail, ReturnMail, ReturnMailSubject } from './return-mail-kinds.ts';
import { composeSellerMail } from './seller/compose-seller-mail.ts';

export type { ReturnMail, ReturnMailSubject } from './return-mail-kinds.ts';

/**
 * The mail about a return, in the language of whoever gets it. Titles, comments, messages and numbers come
 * from strangers: they are escaped, and what could begin a header of its own is a blank.
 */
export const renderReturnMail = (
  mail: ReturnMail,
  language: Language,
  subject: ReturnMailSubject,
): RenderedMail => {
  const order = { ...subject, orderNumber: tidy(subject.orderNumber), channel: tidy(subject.channel) };
  const content = isToBuyer(mail)
    ? composeBuyerMail(mail, language, order)
    : composeSellerMail(mail, language, order);
  return renderMail(content, language);
};

const isToBuyer = (mail: ReturnMail): mail is BuyerMail => !mail.kind.startsWith('seller_');
