import type { Conversation } from '../conversation.ts';
import type { SellerTexts } from './seller-texts.ts';

const topic = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null ? `Vor einer Bestellung (${channel})` : `Bestellung ${orderNumber}`;

const sender = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null
    ? `Ein Käufer, der noch nicht bestellt hat (${channel}),`
    : `Der Käufer der Bestellung ${orderNumber} (${channel})`;

export const de: SellerTexts = {
  warned: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: Eine Nachricht wartet auf Ihre Antwort`,
    opening: `${sender(conversation)} hat Ihnen geschrieben und wartet auf Ihre Antwort. Frist: ${answerBy}.`,
    next: [],
  }),
  breached: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: Nachricht ohne Antwort, Frist abgelaufen`,
    opening: `${sender(conversation)} hat auf seine Nachricht keine Antwort erhalten. Ende der Frist: ${answerBy}.`,
    next: [
      'Bitte antworten Sie so bald wie möglich: Das hilft dem Käufer noch immer, auch wenn die Antwort nun als verspätet zählt.',
    ],
  }),
  internalOverdue: (conversation, ownEnd, answerBy) => ({
    subject: `${topic(conversation)}: Ihre eigene Antwortfrist ist abgelaufen`,
    opening: `${sender(conversation)} hat Ihnen geschrieben und wartet noch auf Ihre Antwort. Ende Ihrer eigenen Frist: ${ownEnd}. Ende der Frist des Kanals: ${answerBy}.`,
    next: [],
  }),
  written: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: Neue Nachricht des Käufers`,
    opening: `${sender(conversation)} hat Ihnen geschrieben. Frist für Ihre Antwort: ${answerBy}.`,
    next: [],
  }),
  undelivered: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: Ihre Antwort war nicht zustellbar`,
    opening: `${sender(conversation)} hat Ihre Antwort nicht erhalten: Die E-Mail war nicht zustellbar.${answerBy === null ? '' : ` Deshalb zählt die Antwort nicht, und die Frist läuft wieder. Ende der Frist: ${answerBy}.`}`,
    next: [
      `Bitte antworten Sie stattdessen möglichst im Nachrichtendienst des Kanals (${conversation.channel}).`,
    ],
  }),
  earlier: (count) =>
    count === 1
      ? 'Eine ältere Nachricht ist hier nicht aufgeführt.'
      : `${count} ältere Nachrichten sind hier nicht aufgeführt.`,
  heading: {
    buyer: (sentAt) => `Nachricht des Käufers, ${sentAt}:`,
    seller: (sentAt) => `Ihre Nachricht, ${sentAt}:`,
  },
  actHere: 'Über den Link unten können Sie antworten oder angeben, dass keine Antwort nötig ist.',
  tryAgainHere:
    'Über den Link unten können Sie es erneut versuchen oder angeben, dass keine Antwort nötig ist.',
  actElsewhere: (channel) =>
    `Bitte antworten Sie in Ihrem eigenen System, das an die API von Navette angeschlossen ist, oder in Ihrem Verkäuferkonto (${channel}).`,
  replyLabel: 'Dem Käufer antworten',
};
