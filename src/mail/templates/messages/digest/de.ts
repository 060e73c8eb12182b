import type { DigestTexts } from './digest-texts.ts';

export const de: DigestTexts = {
  subject: (day, channel) => `Tagesübersicht vom ${day} (${channel})`,
  opening: (channel) => `Im Kanal ${channel} wartet Folgendes auf Ihre Antwort oder Ihre Aufmerksamkeit.`,
  messagesHeading: 'Nachrichten ohne Antwort',
  returnsHeading: 'Rücksendeanfragen ohne Antwort',
  refundsHeading: 'Zu prüfende Erstattungen',
  claimsHeading: 'Entschädigungen',
  ordersHeading: 'Zu prüfende Bestellungen',
  order: (orderNumber) => `Bestellung ${orderNumber}`,
  beforeOrder: 'Vor einer Bestellung',
  overdue: 'Frist abgelaufen',
  answerBy: (moment) => `Frist: ${moment}`,
  refundNotice: {
    refund_declined: 'Erstattung vom Zahlungsdienstleister abgelehnt',
    refund_failed: 'Erstattung nachträglich gescheitert: Der Käufer hat das Geld nicht',
    refund_needs_person: 'Ausgang unklar: vor einer neuen Erstattung beim Dienstleister prüfen',
    refund_due: 'Rücksendung zu erstatten: Die Frist läuft oder ist abgelaufen',
  },
  claimNotice: {
    claim_eligible: 'Entschädigung möglich, zu beantragen',
    claim_closing: 'Noch nicht beantragt: Die Frist endet bald',
    claim_expired: 'Frist ohne Antrag abgelaufen',
    claim_delivered: 'Nach dem Antrag zugestellt: Paketdienst benachrichtigen',
    claim_submitted: 'Automatisch beantragt',
  },
  more: (count) => `und ${count} weitere`,
  messageLabel: (which) => `Nachricht beantworten (${which})`,
  returnLabel: (which) => `Rücksendeanfrage bearbeiten (${which})`,
  refundLabel: (which) => `Rücksendung erstatten (${which})`,
  claimLabel: (which) => `Entschädigung beantragen (${which})`,
  withoutNumber: 'vor einer Bestellung',
  actElsewhere: (channel) =>
    `Bitte erledigen Sie das in Ihrem eigenen System, das an die API von Navette angeschlossen ist, oder in Ihrem Verkäuferkonto (${channel}).`,
  onceADay: 'Sie erhalten diese Übersicht einmal am Tag, weil der Kanal so eingestellt ist.',
};
