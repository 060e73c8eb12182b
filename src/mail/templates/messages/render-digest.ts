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
import type { DigestItem, DigestMail } from './message-mail-kinds.ts';
import { subjectLine } from './subject-line.ts';

const textsOf: Record<Language, DigestTexts> = { fr, en, de, it, es };

/** Of each group. With their links, as many of all three stay below the 102 kB at which Gmail cuts a mail. */
const mostItems = 50;

type Link = NonNullable<MailContent['links']>[number];

interface Writing {
  readonly texts: DigestTexts;
  /** In full, where the deadline is said. */
  moment(at: string): string;
  /** In short, where it only tells one link from another. */
  time(at: string): string;
}

/**
 * What a channel's seller is told once a day, in the seller's language: messages, returns, orders, in the order
 * given. A group with nothing in it is left out; of a long one the beginning is shown, and how many more there are.
 */
export const renderDigest = (digest: DigestMail, language: Language): RenderedMail => {
  const texts = textsOf[language];
  const { timeZone } = digest;
  const channel = tidy(digest.channel);
  const writing: Writing = {
    texts,
    moment: writtenFor(language, timeZone).moment,
    time: (at) => writtenTime(at, language, timeZone),
  };
  const waiting = [...digest.messages, ...digest.returns];
  const content: MailContent = {
    subject: subjectLine(texts.subject(writtenDay(digest.at, language, timeZone), channel)),
    paragraphs: [
      texts.opening(channel),
      ...group(texts.messagesHeading, digest.messages, (item) => waitingItem(item, writing), texts),
      ...group(texts.returnsHeading, digest.returns, (item) => waitingItem(item, writing), texts),
      ...group(texts.ordersHeading, digest.orders, (order) => orderItem(order, texts), texts),
      ...(waiting.some(({ url }) => url === null) ? [texts.actElsewhere(channel)] : []),
      texts.onceADay,
    ],
    links: [
      ...linksTo(digest.messages, texts.messageLabel, writing),
      ...linksTo(digest.returns, texts.returnLabel, writing),
    ],
  };
  return renderMail(content, language);
};

const group = <T>(
  heading: string,
  all: readonly T[],
  itemOf: (one: T) => MailItem,
  { more }: DigestTexts,
): readonly MailBlock[] => {
  if (all.length === 0) return [];
  const left = all.length - mostItems;
  const items = all.slice(0, mostItems).map(itemOf);
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

/** An alert's title mostly names its order already. */
const orderItem = (
  { orderNumber, title }: DigestMail['orders'][number],
  { order }: DigestTexts,
): MailItem => {
  const number = tidy(orderNumber);
  const said = tidy(title);
  return { title: said, notes: said.includes(number) ? [] : [order(number)] };
};

/** One for each item that is shown; with its time as well where several would bear the same label. */
const linksTo = (
  all: readonly DigestItem[],
  labelOf: (which: string) => string,
  { texts, time }: Writing,
): readonly Link[] => {
  const shown = all.slice(0, mostItems).map((item) => ({
    ...item,
    which: tidyNumber(item.orderNumber) ?? texts.withoutNumber,
  }));
  return shown.flatMap(({ which, answerBy, url }) => {
    if (url === null) return [];
    const alone = shown.filter((other) => other.which === which).length === 1;
    return [{ label: labelOf(alone ? which : `${which}, ${time(answerBy)}`), url }];
  });
};
