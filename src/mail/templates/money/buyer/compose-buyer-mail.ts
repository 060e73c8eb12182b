import type { Language } from '../../../../domain/languages.ts';
import { moneyText } from '../../../../domain/money-text.ts';
import type { MailContent } from '../../render-mail.ts';
import { counted, shortened } from '../../returns/return-items.ts';
import { composed } from '../../returns/wording.ts';
import { factsOf, quoted, unitItems } from '../money-blocks.ts';
import type { BuyerMoneyMail } from '../money-mail-kinds.ts';
import type { MoneyOrder } from '../money-order.ts';
import type { BuyerTexts } from './buyer-texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

const textsOf: Record<Language, BuyerTexts> = { fr, en, de, it, es };

interface Composing {
  readonly texts: BuyerTexts;
  readonly language: Language;
  readonly order: MoneyOrder;
}

export const composeBuyerMail = (
  mail: BuyerMoneyMail,
  language: Language,
  order: MoneyOrder,
): MailContent => {
  const texts = textsOf[language];
  const { request } = texts;
  switch (mail.kind) {
    case 'cancellation_confirmed':
      return cancelled(mail, { texts, language, order });
    case 'cancellation_request_received':
      return composed(
        request.received(order, mail.lines === null),
        unitItems(request.heading, mail.lines ?? []),
      );
    case 'cancellation_request_refused':
      return {
        ...composed(
          mail.why === 'refused' ? request.refused(order) : request.lapsed(order),
          quoted(request.sellerMessage, mail.message),
        ),
        action: { label: texts.withdrawLabel, url: mail.withdrawUrl },
      };
    case 'how_to_cancel':
      return howToCancel(mail, { texts, language, order });
    case 'refund_made':
      return refunded(mail, { texts, language, order });
    default:
      return mail satisfies never;
  }
};

const cancelled = (
  { whole, lines, refund, source }: Extract<BuyerMoneyMail, { kind: 'cancellation_confirmed' }>,
  { texts, language, order }: Composing,
): MailContent => {
  const { cancelled: words } = texts;
  const wording = whole ? words.whole(order, source) : words.part(order, source);
  const money =
    refund === null
      ? [words.nothingToRefund]
      : [
          ...factsOf([
            { label: words.refundLabel, value: moneyText(refund.amountMinor, refund.currency, language) },
          ]),
          texts.comesBack,
        ];
  return composed(wording, unitItems(words.heading, lines), money);
};

/** Every situation has one way on at most, and a link that leads there. */
const howToCancel = (
  { situation, requestUrl, withdrawUrl }: Extract<BuyerMoneyMail, { kind: 'how_to_cancel' }>,
  { texts, order }: Composing,
): MailContent => {
  const content = composed(texts.howToCancel(order, situation, requestUrl !== null), []);
  switch (situation) {
    case 'before_shipping':
      return requestUrl === null
        ? content
        : { ...content, action: { label: texts.requestLabel, url: requestUrl } };
    case 'shipped':
      return { ...content, action: { label: texts.withdrawLabel, url: withdrawUrl } };
    case 'unknown_order':
      return { ...content, links: [{ label: texts.withdrawLabel, url: withdrawUrl }] };
    case 'closed':
      return content;
    default:
      return situation satisfies never;
  }
};

/** The lines and shipping add up to the amount: a fee is taken off them already. */
const refunded = (
  mail: Extract<BuyerMoneyMail, { kind: 'refund_made' }>,
  { texts, language, order }: Composing,
): MailContent => {
  const { refund: words } = texts;
  const money = (amountMinor: number): string => moneyText(amountMinor, mail.amount.currency, language);
  const amount = money(mail.amount.amountMinor);
  const items = mail.lines.map(({ title, quantity, amountMinor }) => ({
    title: quantity === null ? shortened(title) : counted(quantity, title),
    notes: [quantity === null ? words.partOf(money(amountMinor)) : money(amountMinor)],
  }));
  const facts = factsOf([
    { label: words.totalLabel, value: amount },
    { label: words.shippingLabel, value: mail.shippingMinor > 0 ? money(mail.shippingMinor) : null },
    {
      label: words.taxLabel,
      value: mail.tax === null ? null : moneyText(mail.tax.amountMinor, mail.tax.currency, language),
    },
  ]);
  return {
    ...composed(
      words.made(order, amount),
      [...(items.length === 0 ? [] : [{ kind: 'items', heading: words.heading, items } as const]), ...facts],
      [...(mail.feeMinor > 0 ? [words.fee(money(mail.feeMinor), mail.feeWhy)] : []), texts.comesBack],
    ),
    action: { label: words.receiptLabel, url: mail.receiptUrl },
  };
};
