import type { Language } from '../../../domain/languages.ts';
import type { OrderAlert } from '../../../domain/orders/events.ts';
import { lastDayBefore } from '../../../domain/written-dates.ts';
import { type MailContent, type RenderedMail, renderMail } from '../render-mail.ts';
import type { AlertOrder, AlertTexts } from './alert-texts.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

const textsOf: Record<Language, AlertTexts> = { fr, en, de, it, es };

export interface AlertMailOrder extends AlertOrder {
  /** Of the fulfilment centre, for the day that a deadline ended; UTC unless given. */
  readonly timeZone?: string;
  /** The order's public tracking page, as a button. */
  readonly trackingUrl?: string;
}

/** The mail that tells a seller of an order's alert, in the seller's language. */
export const renderAlert = (
  alert: OrderAlert,
  language: Language,
  { timeZone = 'UTC', trackingUrl, ...order }: AlertMailOrder,
): RenderedMail => {
  const texts = textsOf[language];
  const content = contentOf(alert, texts, order, (at) => lastDayBefore(at, language, timeZone));
  const action =
    trackingUrl === undefined ? {} : { action: { label: texts.trackingLabel, url: trackingUrl } };
  return renderMail({ ...content, ...action }, language);
};

const contentOf = (
  alert: OrderAlert,
  texts: AlertTexts,
  order: AlertOrder,
  dayOf: (at: string) => string,
): MailContent => {
  switch (alert.kind) {
    case 'payment_expired':
    case 'auto_cancelled':
      return texts[alert.kind](order, dayOf(alert.dueAt));
    case 'not_shipped_by_edd':
      return texts.not_shipped_by_edd(order, dayOf(alert.latestAt));
    case 'unfulfillable':
      return texts.unfulfillable(order, alert.reason);
    default:
      return alert satisfies never;
  }
};
