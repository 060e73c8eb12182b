import type { ClaimNoticeKind, RefundNoticeKind } from '../../../../db/schema/digest-entry.ts';
import type { Language } from '../../../domain/languages.ts';
import { writtenDay, writtenTime } from '../../../domain/written-dates.ts';
import type { MailBlock, MailItem } from '../mail-blocks.ts';
import { type MailContent, type RenderedMail, renderMail } from '../render-mail.ts';
import { tidy } from '../returns/return-items.ts';
import { writtenFor } from '../returns/written.ts';
import { tidyNumber } from './conversation.ts';
import { de } from './digest/de.ts';
import type { DigestTexts } from './digest/digest-texts.ts';
import { en } from './digest/en.ts';
import { es } from './digest/es.ts';
import { fr } from './digest/fr.ts';
import { it } from './digest/it.ts';
import { hasPage, type MoneyNotice, type MoneyNotices } from './digest/money-notices.ts';
import type { DigestItem, DigestMail } from './message-mail-kinds.ts';
import { subjectLine } from './subject-line.ts';

const textsOf: Record<Language, DigestTexts> = { fr, en, de, it, es };

/** Of each group. With their links, as many of all five stay below the 102 kB at which Gmail cuts a mail. */
const mostItems = 50;
const mostNotices = 20;

type Link = NonNullable<MailContent['links']>[number];

interface Writing {
  readonly texts: DigestTexts;
  /** In full, where the deadline is said. */
  moment(at: string): string;
  /** In short, where it only tells one link from another. */
  time(at: string): string;
}

/**
 * What a channel's seller is told once a day, in the seller's language: messages, returns, refunds, claims, orders, in
 * the order given. A group with nothing in it is left out; of a long one the beginning is shown, and how many more
 * there are.
 */
export const renderDigest = (digest: DigestMail & MoneyNotices, language: Language): RenderedMail => {
  const texts = textsOf[language];
  const { timeZone, messages, returns, orders, refunds = [], claims = [] } = digest;
  const channel = tidy(digest.channel);
  const writing: Writing = {
    texts,
    moment: writtenFor(language, timeZone).moment,
    time: (at) => writtenTime(at, language, timeZone),
  };
  const groups = [
    group(texts.messagesHeading, messages, { most: mostItems, itemOf: (one) => waitingItem(one, writing) }),
    group(texts.returnsHeading, returns, { most: mostItems, itemOf: (one) => waitingItem(one, writing) }),
    group(texts.refundsHeading, refunds, {
      most: mostNotices,
      itemOf: (one) => noticeItem(one, texts.refundNotice, texts),
    }),
    group(texts.claimsHeading, claims, {
      most: mostNotices,
      itemOf: (one) => noticeItem(one, texts.claimNotice, texts),
    }),
    group(texts.ordersHeading, orders, { most: mostItems, itemOf: (one) => orderItem(one, texts) }),
  ];
  const acted = [...messages, ...returns, ...[...refunds, ...claims].filter(hasPage)];
  const content: MailContent = {
    subject: subjectLine(texts.subject(writtenDay(digest.at, language, timeZone), channel)),
    paragraphs: [
      texts.opening(channel),
      ...groups.flatMap((one) => blocksOf(one, texts)),
      ...(acted.some(({ url }) => url === null) ? [texts.actElsewhere(channel)] : []),
      texts.onceADay,
    ],
    links: [
      ...linksTo(waitingLinks(messages, writing), texts.messageLabel),
      ...linksTo(waitingLinks(returns, writing), texts.returnLabel),
      ...linksTo(noticeLinks(refunds), texts.refundLabel),
      ...linksTo(noticeLinks(claims), texts.claimLabel),
    ],
  };
  return renderMail(content, language);
};

interface Group {
  readonly heading: string;
  readonly items: readonly MailItem[];
  /** How many are not shown. */
  readonly left: number;
}

const group = <T>(
  heading: string,
  all: readonly T[],
  { most, itemOf }: { readonly most: number; readonly itemOf: (one: T) => MailItem },
): Group => ({
  heading,
  items: all.slice(0, most).map(itemOf),
  left: Math.max(0, all.length - most),
});

const blocksOf = ({ heading, items, left }: Group, { more }: DigestTexts): readonly MailBlock[] => {
  if (items.length === 0) return [];
  return [{ kind: 'items', heading, items: left > 0 ? [...items, { title: more(left), notes: [] }] : items }];
};

const waitingItem = (
  { orderNumber, answerBy, overdue }: DigestItem,
  { texts, moment }: Writing,
): MailItem => {
  const number = tidyNumber(orderNumber);
  const name = number === null ? texts.beforeOrder : texts.order(number);
  return { title: overdue ? `${name}, ${texts.overdue}` : name, notes: [texts.answerBy(moment(answerBy))] };
};

const noticeItem = <Kind extends string>(
  { orderNumber, notice }: MoneyNotice<Kind>,
  words: Readonly<Record<Kind, string>>,
  { order }: DigestTexts,
): MailItem => ({ title: order(tidy(orderNumber)), notes: [words[notice]] });

/** An alert's title mostly names its order already. */
const orderItem = (
  { orderNumber, title }: DigestMail['orders'][number],
  { order }: DigestTexts,
): MailItem => {
  const number = tidy(orderNumber);
  const said = tidy(title);
  return { title: said, notes: said.includes(number) ? [] : [order(number)] };
};

interface LinkedItem {
  readonly which: string;
  /** Said as well where several would bear the same label. */
  readonly mark: string;
  readonly url: string | null;
}

const waitingLinks = (all: readonly DigestItem[], { texts, time }: Writing): readonly LinkedItem[] =>
  all.slice(0, mostItems).map(({ orderNumber, answerBy, url }) => ({
    which: tidyNumber(orderNumber) ?? texts.withoutNumber,
    mark: time(answerBy),
    url,
  }));

const noticeLinks = (
  all: readonly MoneyNotice<RefundNoticeKind | ClaimNoticeKind>[],
): readonly LinkedItem[] => {
  const shown = all.slice(0, mostNotices).filter(hasPage);
  return shown.map(({ orderNumber, url }, index) => {
    const before = shown.slice(0, index).filter((one) => one.orderNumber === orderNumber).length;
    return { which: tidy(orderNumber), mark: String(before + 1), url };
  });
};

/** One for each item that is shown. */
const linksTo = (all: readonly LinkedItem[], labelOf: (which: string) => string): readonly Link[] =>
  all.flatMap(({ which, mark, url }) => {
    if (url === null) return [];
    const alone = all.filter((other) => other.which === which).length === 1;
    return [{ label: labelOf(alone ? which : `${which}, ${mark}`), url }];
  });
