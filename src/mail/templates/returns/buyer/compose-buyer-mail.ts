import type { Language } from '../../../../domain/languages.ts';
import { closureReasonWords } from '../../../../domain/returns/words.ts';
import { answerLabels } from '../../answer-labels.ts';
import type { MailBlock } from '../../mail-blocks.ts';
import type { MailContent } from '../../render-mail.ts';
import { returnItems, tidy } from '../return-items.ts';
import type { BuyerMail, LabelKind, ReturnMailSubject } from '../return-mail-kinds.ts';
import { composed } from '../wording.ts';
import { type Written, writtenFor } from '../written.ts';
import type { BuyerTexts } from './buyer-texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

const textsOf: Record<Language, BuyerTexts> = { fr, en, de, it, es };

export const composeBuyerMail = (
  mail: BuyerMail,
  language: Language,
  order: ReturnMailSubject,
): MailContent => {
  const texts = textsOf[language];
  const written = writtenFor(language, order.timeZone);
  const items = returnItems(order.lines, language);
  switch (mail.kind) {
    case 'buyer_requested': {
      const answerBy = mail.answerBy === null ? null : written.moment(mail.answerBy);
      const credit = mail.offerCredit ?? null;
      const more = [
        ...(credit === null
          ? []
          : [
              texts.creditSuggested(
                written.money(credit.costMinor, credit.currency),
                written.money(credit.valueMinor, credit.currency),
              ),
            ]),
        ...(mail.cancelUrl === null ? [] : [texts.cancellable]),
      ];
      return {
        ...composed(texts.requested(order, answerBy), items, more),
        links: cancelLinks(mail.cancelUrl, texts),
      };
    }
    case 'buyer_authorized': {
      const { blocks, ...print } = documents(mail, texts);
      const facts = [rmaFact(mail.rma, texts), ...items];
      const authorized = composed(texts.authorized(order), facts, blocks);
      return { ...(mail.replaces ? replacing(authorized, texts) : authorized), ...print };
    }
    case 'buyer_closed': {
      const wording = texts.closed(order, closureReasonWords[language][mail.reason]);
      const message = mail.message?.trim() ? quote(texts.sellerMessage, mail.message) : [];
      return composed(wording, [...message, ...items]);
    }
    case 'buyer_reply': {
      const open = mail.cancelUrl === null ? [] : [texts.replyLeavesOpen];
      const { subject, opening, next } = texts.reply(order);
      const { answerUrl = null } = mail;
      const where = answerUrl === null ? next : [];
      const paragraphs = [...quote(opening, mail.message), ...items, ...where, ...open];
      const content = { subject, paragraphs, links: cancelLinks(mail.cancelUrl, texts), relayed: true };
      return answerUrl === null
        ? content
        : { ...content, action: { label: answerLabels[language], url: answerUrl } };
    }
    case 'buyer_cancelled':
      return composed(texts.cancelled(order), items);
    case 'buyer_received':
      return composed(texts.received(order, mail.units, mail.complete), items);
    case 'withdrawal_stated':
      return {
        ...composed(
          texts.withdrawalStated(order, written.moment(mail.statedAt)),
          returnItems(order.lines, language, texts.statement.itemsHeading),
        ),
        action: { label: texts.confirmLabel, url: mail.confirmUrl },
      };
    case 'withdrawal_acknowledged':
      return acknowledgement(mail, order, {
        texts,
        written,
        items: returnItems(order.lines, language, texts.statement.itemsHeading),
      });
    default:
      return mail satisfies never;
  }
};

/** Said first, for whoever has printed the earlier ones. */
const replacing = (content: MailContent, { documents: texts }: BuyerTexts): MailContent => ({
  ...content,
  subject: `${content.subject}, ${texts.replacesSubject}`,
  paragraphs: [texts.replaces, ...content.paragraphs],
});

const quote = (heading: string, text: string): readonly MailBlock[] => [heading, { kind: 'quote', text }];

const rmaFact = (rma: string, { documents: { rmaLabel } }: BuyerTexts): MailBlock => ({
  kind: 'facts',
  facts: [{ label: rmaLabel, value: rma }],
});

const cancelLinks = (url: string | null, { cancelLabel }: BuyerTexts) =>
  url === null ? [] : [{ label: cancelLabel, url }];

interface Documents {
  readonly label: LabelKind;
  readonly labelUrl: string | null;
}

type Papers = { readonly blocks: readonly MailBlock[] } & Pick<MailContent, 'action'>;

const hasDocuments = ({ label, labelUrl }: Documents): boolean => label !== 'none' || labelUrl !== null;

/** What to do with slip and label, and where to print them; or that they follow. */
const documents = (
  mail: Documents & { readonly returnAddress: boolean; readonly postageRefunded?: boolean },
  { documents: texts, printLabel }: BuyerTexts,
): Papers => {
  const { label, labelUrl, returnAddress } = mail;
  if (!returnAddress || !hasDocuments(mail)) return { blocks: [texts.follow] };
  const postage = mail.postageRefunded
    ? `${texts.postage[label]} ${texts.postageRefunded}`
    : texts.postage[label];
  const steps = [texts.print[label], texts.slip, texts.label, postage, texts.proof];
  const blocks: readonly MailBlock[] = [{ kind: 'steps', heading: texts.heading, steps }];
  return labelUrl === null ? { blocks } : { blocks, action: { label: printLabel, url: labelUrl } };
};

/** How the goods of a withdrawal come back, if any do: within 14 days, once the papers are there. */
const wayBack = (mail: Acknowledged, texts: BuyerTexts): Papers => {
  if (mail.rma === null) return { blocks: [texts.nothingToReturn] };
  const papers = documents({ ...mail, returnAddress: true }, texts);
  const inTime = hasDocuments(mail) ? [texts.returnInTime] : [];
  return { ...papers, blocks: [rmaFact(mail.rma, texts), ...inTime, ...papers.blocks] };
};

type Acknowledged = Extract<BuyerMail, { kind: 'withdrawal_acknowledged' }>;

interface Acknowledging {
  readonly texts: BuyerTexts;
  readonly written: Written;
  readonly items: readonly MailBlock[];
}

/** First what was stated and when, which is what the law asks for; then what follows from it. */
const acknowledgement = (
  mail: Acknowledged,
  order: ReturnMailSubject,
  { texts, written, items }: Acknowledging,
): MailContent => {
  const { statement } = texts;
  const statedBy = tidy(mail.statedBy ?? '');
  const facts = [
    { label: statement.statementLabel, value: statement.statement(order) },
    ...(statedBy === '' ? [] : [{ label: statement.nameLabel, value: statedBy }]),
    { label: statement.statedLabel, value: written.moment(mail.statedAt) },
    { label: statement.confirmedLabel, value: written.moment(mail.confirmedAt) },
  ];
  const { blocks, ...print } = wayBack(mail, texts);
  const next = [
    ...(mail.late ? [texts.withdrawalLate] : []),
    ...(mail.cancelledUnits > 0 ? [texts.unitsCancelled(mail.cancelledUnits)] : []),
    ...blocks,
    ...(mail.refundBy === null ? [] : [texts.refundBy(written.lastDay(mail.refundBy), mail.rma !== null)]),
  ];
  return {
    ...composed(texts.withdrawalAcknowledged(order), [{ kind: 'facts', facts }, ...items], next),
    ...print,
  };
};
