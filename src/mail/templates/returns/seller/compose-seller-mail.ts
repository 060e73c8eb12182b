import type { Instant } from '../../../../domain/calendar/instant.ts';
import type { Language } from '../../../../domain/languages.ts';
import type { ReturnWarning } from '../../../../domain/returns/return.ts';
import type { MailBlock } from '../../mail-blocks.ts';
import type { MailContent } from '../../render-mail.ts';
import { counted, returnItems } from '../return-items.ts';
import type { ReturnMailSubject, SellerLinks, SellerMail } from '../return-mail-kinds.ts';
import { composed, type Wording } from '../wording.ts';
import { type Written, writtenFor } from '../written.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { SellerTexts } from './seller-texts.ts';

const textsOf: Record<Language, SellerTexts> = { fr, en, de, it, es };

interface Composing {
  readonly texts: SellerTexts;
  readonly written: Written;
  readonly order: ReturnMailSubject;
  readonly items: readonly MailBlock[];
}

export const composeSellerMail = (
  mail: SellerMail,
  language: Language,
  order: ReturnMailSubject,
): MailContent => {
  const texts = textsOf[language];
  const written = writtenFor(language, order.timeZone);
  const items = returnItems(order.lines, language);
  const composing = { texts, written, order, items };
  switch (mail.kind) {
    case 'seller_requested':
      return requested(mail, composing);
    case 'seller_withdrawn':
      return withdrawn(mail, composing);
    case 'seller_cancelled':
      return composed(texts.cancelled(order), items);
    case 'seller_escalated':
      return composed(texts.escalated(order), items);
    case 'seller_warning':
      return acting(texts.warned(order, written.moment(mail.answerBy)), mail.links, composing);
    case 'seller_breach':
      return acting(texts.breached(order, written.moment(mail.answerBy)), mail.links, composing);
    case 'seller_mismatch': {
      const arrived = {
        kind: 'items',
        heading: texts.mismatchHeading,
        items: mail.items.map(({ sku, quantity }) => ({ title: counted(quantity, sku), notes: [] })),
      } as const;
      return composed(texts.mismatch(order), [arrived, ...items]);
    }
    default:
      return mail satisfies never;
  }
};

/** With the three links, or with where to act instead. */
const acting = (
  wording: Wording,
  links: SellerLinks | null,
  { texts, order, items }: Composing,
  more: readonly MailBlock[] = [],
): MailContent => {
  if (links === null) return composed(wording, items, [...more, texts.actElsewhere(order.channel)]);
  return {
    ...composed(wording, items, [...more, texts.actHere]),
    action: { label: texts.authorizeLabel, url: links.authorize },
    links: [
      { label: texts.closeLabel, url: links.close },
      { label: texts.replyLabel, url: links.reply },
    ],
  };
};

const requested = (
  mail: Extract<SellerMail, { kind: 'seller_requested' }>,
  composing: Composing,
): MailContent => {
  const { texts, written, order } = composing;
  const advice = mail.advice.map(({ code, costMinor, valueMinor, currency }) =>
    texts.advice(code, written.money(costMinor, currency), written.money(valueMinor, currency)),
  );
  return acting(texts.requested(order, mail.requestedBy), mail.links, composing, [
    ...warnings(mail.warnings, texts),
    ...advice,
    ...deadline(mail.answerBy, composing),
  ]);
};

const warnings = (
  all: readonly ReturnWarning[],
  { warningsHeading, warning }: SellerTexts,
): readonly MailBlock[] => {
  if (all.length === 0) return [];
  const items = all.map(({ code, returnIds = [] }) => ({
    title: warning(code, returnIds.length),
    notes: [],
  }));
  return [{ kind: 'items', heading: warningsHeading, items }];
};

const deadline = (answerBy: Instant | null, { texts, written }: Composing): readonly MailBlock[] =>
  answerBy === null ? [] : [texts.answerBefore(written.moment(answerBy))];

const withdrawn = (
  mail: Extract<SellerMail, { kind: 'seller_withdrawn' }>,
  { texts, written, order, items }: Composing,
): MailContent => ({
  ...composed(texts.withdrawn(order), items, [
    ...(mail.needsAddress ? [texts.needsAddress] : []),
    ...(mail.cancelledUnits > 0 ? [texts.unitsCancelled(mail.cancelledUnits)] : []),
    ...(mail.refundBy === null ? [] : [texts.refundBy(written.lastDay(mail.refundBy))]),
    ...((mail.comesBack ?? order.lines.length > 0)
      ? [mail.late ? texts.mayCloseLate : texts.mayCloseExempt]
      : []),
  ]),
  links: mail.closeUrl === null ? [] : [{ label: texts.closeLabel, url: mail.closeUrl }],
});
