import type { Language } from '../../../domain/languages.ts';
import { subjectLine } from '../messages/subject-line.ts';
import { type RenderedMail, renderMail } from '../render-mail.ts';
import { composeBuyerMail } from './buyer/compose-buyer-mail.ts';
import type { BuyerMoneyMail, MoneyAbout, MoneyMail } from './money-mail-kinds.ts';
import { moneyOrderOf } from './money-order.ts';
import { composeSellerMail } from './seller/compose-seller-mail.ts';

/**
 * The mail about a cancellation, a refund or a claim, in the language of whoever gets it; it names nobody's address
 * and leads to no page but ours. Titles, reasons, messages, codes and numbers come from strangers: they are escaped,
 * and what could begin a header of its own is a blank.
 */
export const renderMoneyMail = (mail: MoneyMail, language: Language, about: MoneyAbout): RenderedMail => {
  const order = { ...moneyOrderOf(about), timeZone: about.timeZone };
  const content = isToBuyer(mail)
    ? composeBuyerMail(mail, language, order)
    : composeSellerMail(mail, language, order);
  return renderMail({ ...content, subject: subjectLine(content.subject) }, language);
};

const buyerKinds: ReadonlySet<MoneyMail['kind']> = new Set<BuyerMoneyMail['kind']>([
  'cancellation_confirmed',
  'cancellation_request_received',
  'cancellation_request_refused',
  'how_to_cancel',
  'refund_made',
]);

const isToBuyer = (mail: MoneyMail): mail is BuyerMoneyMail => buyerKinds.has(mail.kind);
