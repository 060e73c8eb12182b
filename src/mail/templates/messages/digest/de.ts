import type { DigestTexts } from './digest-texts.ts';

export const de: DigestTexts = {
  subject: (day, channel) => `Tagesübersicht vom ${day} (${channel})`,
  opening: (channel) => `Im Kanal ${channel} wartet Folgendes auf Ihre Antwort oder Ihre Aufmerksamkeit.`,
  messagesHeading: 'Nachrichten ohne Antwort',
  returnsHeading: 'Rücksendeanfragen ohne Antwort',
  ordersHeading: 'Zu prüfende Bestellungen',
  order: (orderNumber) => `Bestellung ${orderNumber}`,
  beforeOrder: 'Vor einer Bestellung',
  overdue: 'Frist abgelaufen',
  answerBy: (moment) => `Frist: ${moment}`,
  more: (count) => `und ${count} weitere`,
  messageLabel: (which) => `Nachricht beantworten (${which})`,
  returnLabel: (which) => `Rücksendeanfrage bearbeiten (${which})`,
  withoutNumber: 'vor einer Bestellung',
  actElsewhere: (channel) =>
    `Bitte antworten Sie in Ihrem eigenen System, das an die API von Navette angeschlossen ist, oder in Ihrem Verkäuferkonto (${channel}).`,
  onceADay: 'Sie erhalten diese Übersicht einmal am Tag, weil der Kanal so eingestellt ist.',
};
