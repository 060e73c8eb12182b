import type { NewMail } from '../../db/repositories/mail/save-mails.ts';
import type { LocalDate } from '../../src/domain/calendar/instant.ts';
import type { PaymentProvider } from '../../src/domain/orders/order.ts';
import type { BookDifference } from '../../src/domain/refunds/reconcile.ts';
import { messageIdFor } from '../../src/mail/addresses.ts';
import { renderMoneyMail } from '../../src/mail/templates/money/render-money-mail.ts';
import { newId } from '../../src/platform/ids.ts';
import { type StoredVoice, toVoice } from '../channel-voice.ts';
import type { Mailing } from '../mailing.ts';

interface Differing {
  readonly sellerId: string;
  readonly provider: PaymentProvider;
  readonly day: LocalDate;
  readonly differences: readonly BookDifference[];
}

/** One mail to each address of the seller's that wants alerts; the books know no channel. */
export const booksMail = (
  { sellerId, provider, day, differences }: Differing,
  channels: readonly { readonly channel: string; readonly value: unknown }[],
  { mailDomain }: Mailing,
): NewMail[] => {
  const told = new Set<string>();
  return channels.flatMap(({ channel, value }) => {
    const voice = toVoice(channel, value as StoredVoice);
    if (voice.sellerEmail === null || voice.alerts === 'off' || told.has(voice.sellerEmail)) return [];
    told.add(voice.sellerEmail);
    const mail = {
      kind: 'books_differ',
      provider,
      day,
      differences: differences.map(({ kind, refundId, ours, theirs, currency }) => ({
        kind,
        refundId,
        amount: { amountMinor: ours?.amountMinor ?? theirs?.amountMinor ?? 0, currency },
      })),
    } as const;
    return [
      {
        id: newId(),
        sellerId,
        messageId: messageIdFor(`books_differ_${provider}_${day}_${told.size}`, sellerId, mailDomain),
        recipient: voice.sellerEmail,
        senderName: voice.senderName,
        ...renderMoneyMail(mail, voice.language, { orderNumber: '', channel, timeZone: 'UTC' }),
        headers: {},
        refs: { channel },
      },
    ];
  });
};
