import type { Language } from '../../../../domain/languages.ts';
import { moneyText } from '../../../../domain/money-text.ts';
import { writtenDate } from '../../../../domain/written-dates.ts';
import type { MailBlock } from '../../mail-blocks.ts';
import type { MailContent } from '../../render-mail.ts';
import { tidy } from '../../returns/return-items.ts';
import { composed, type Wording } from '../../returns/wording.ts';
import { writtenFor } from '../../returns/written.ts';
import { factsOf, listed, quoted, unitItems, withoutAddresses } from '../money-blocks.ts';
import type { Money, MoneyAbout, SellerMoneyMail } from '../money-mail-kinds.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import type { SellerTexts } from './seller-texts.ts';

const textsOf: Record<Language, SellerTexts> = { fr, en, de, it, es };

type Mail<Kind extends SellerMoneyMail['kind']> = Extract<SellerMoneyMail, { kind: Kind }>;

interface Composing {
  readonly texts: SellerTexts;
  readonly order: MoneyAbout;
  readonly language: Language;
  money(amount: Money): string;
  moment(at: string): string;
}

export const composeSellerMail = (
  mail: SellerMoneyMail,
  language: Language,
  order: MoneyAbout,
): MailContent => {
  const texts = textsOf[language];
  const { moment } = writtenFor(language, order.timeZone);
  const money = ({ amountMinor, currency }: Money): string => moneyText(amountMinor, currency, language);
  const composing = { texts, order, language, money, moment };
  const { refund, claim } = texts;
  switch (mail.kind) {
    case 'cancellation_requested':
      return cancellationRequested(mail, composing);
    case 'refund_declined':
      return composed(refund.declined(order, money(mail.amount)), answerOf(mail, texts));
    case 'refund_failed':
      return composed(refund.failed(order, money(mail.amount)), answerOf(mail, texts));
    case 'refund_needs_person':
      return refundNeedsPerson(mail, composing);
    case 'refund_due':
      return acting(
        composed(refund.due(order, mail.notice, moment(mail.dueAt)), [], [refund.rule[mail.rule]]),
        { ...refund, url: mail.refundUrl },
        composing,
      );
    case 'books_differ':
      return booksDiffer(mail, composing);
    case 'claim_eligible':
      return claimToFile(mail, claim.eligible(order, mail.claimKind, money(mail.amount)), composing, [
        { label: claim.carrierLabel, value: mail.carrier },
        { label: claim.trackingLabel, value: mail.trackingNumber },
      ]);
    case 'claim_closing':
      return claimToFile(mail, claim.closing(order, mail.claimKind, money(mail.amount)), composing);
    case 'claim_submitted':
      return composed(claim.submitted(order, mail.claimKind, money(mail.amount)), []);
    case 'claim_expired':
      return composed(claim.expired(order, mail.claimKind, money(mail.amount)), []);
    case 'claim_delivered':
      return composed(claim.delivered(order, money(mail.amount), moment(mail.deliveredAt)), []);
    default:
      return mail satisfies never;
  }
};

interface Act {
  readonly url: string | null;
  readonly actHere: string;
  readonly actLabel: string;
}

/** Ends with the link, or with where to act instead. */
const acting = (
  content: MailContent,
  { url, actHere, actLabel }: Act,
  { texts, order }: Composing,
): MailContent =>
  url === null
    ? { ...content, paragraphs: [...content.paragraphs, texts.actElsewhere(order.channel)] }
    : {
        ...content,
        paragraphs: [...content.paragraphs, actHere],
        action: { label: actLabel, url },
      };

const cancellationRequested = (
  { lines, reason, decideUrl }: Mail<'cancellation_requested'>,
  composing: Composing,
): MailContent => {
  const { cancellation: words } = composing.texts;
  const content = composed(words.requested(composing.order, lines === null), [
    ...unitItems(words.heading, lines ?? []),
    ...quoted(words.reason, reason),
  ]);
  return acting(content, { ...words, url: decideUrl }, composing);
};

const answerOf = (
  { code, detail = null }: { readonly code: string; readonly detail?: string | null },
  { refund: { codeLabel, detailLabel } }: SellerTexts,
): readonly MailBlock[] =>
  factsOf([
    { label: codeLabel, value: code },
    { label: detailLabel, value: withoutAddresses(detail) },
  ]);

const refundNeedsPerson = (
  { amount, why, code, refundId, paymentReference }: Mail<'refund_needs_person'>,
  { texts: { refund }, order, money }: Composing,
): MailContent => {
  const facts = factsOf([
    { label: refund.codeLabel, value: code },
    { label: refund.paymentLabel, value: paymentReference },
    { label: refund.refundLabel, value: refundId },
  ]);
  const steps = refund.steps(`POST /v1/refunds/${tidy(refundId)}/outcome`);
  return composed(refund.needsPerson(order, money(amount), why), [
    ...facts,
    { kind: 'steps', heading: refund.stepsHeading, steps },
  ]);
};

const booksDiffer = (
  { provider, day, differences }: Mail<'books_differ'>,
  { texts: { books }, language, money }: Composing,
): MailContent => {
  const name = tidy(provider).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  const items = listed(differences, books.heading, {
    itemOf: ({ kind, refundId, amount }) => ({
      title: books.kind[kind],
      notes: [
        kind === 'missing_here' ? books.theirs(money(amount)) : books.ours(money(amount)),
        ...(refundId === null ? [] : [books.refund(tidy(refundId))]),
      ],
    }),
    more: books.more,
  });
  return composed(books.differ(name, writtenDate(day, language)), items);
};

/** A claim that nobody has filed yet: until when, what is needed, and where. */
const claimToFile = (
  { closesAt, needsPhotos, fileUrl }: Mail<'claim_eligible' | 'claim_closing'>,
  wording: Wording,
  composing: Composing,
  parcel: readonly { readonly label: string; readonly value: string }[] = [],
): MailContent => {
  const { claim } = composing.texts;
  const facts = factsOf([...parcel, { label: claim.beforeLabel, value: composing.moment(closesAt) }]);
  const content = composed(wording, facts, needsPhotos ? [claim.needsPhotos] : []);
  const actHere = needsPhotos ? claim.actHereWithPhotos : claim.actHere;
  return acting(content, { actHere, actLabel: claim.actLabel, url: fileUrl }, composing);
};
