import type { ReceiptTexts } from './receipt-texts.ts';

export const de: ReceiptTexts = {
  title: 'Erstattungsbestätigung',
  refund: 'Erstattungsnummer',
  order: 'Bestellung',
  channel: 'Gekauft bei',
  stateName: 'Stand',
  states: {
    requested: 'Angefordert',
    processing: 'In Bearbeitung',
    succeeded: 'Erstattet',
    declined: 'Abgelehnt',
    unknown: 'Wird geprüft',
    failed: 'Vom Zahlungsdienst zurückgenommen',
  },
  requestedOn: 'Angefordert am',
  refundedOn: 'Erstattet am',
  endedOn: 'Beendet am',
  providerName: 'Erstattet durch',
  provider: (provider, channel) =>
    ({ stripe: 'Stripe', external: channel, sandbox: 'Sandbox (Test ohne echtes Geld)' })[provider],
  providerReference: 'Referenz des Zahlungsdienstes',
  item: 'Artikel',
  quantity: 'Menge',
  amount: 'Erstattet',
  amountLessFee: 'Erstattet, abzüglich Gebühr',
  items: 'Artikel',
  itemsBeforeFee: 'Artikel vor Abzug der Gebühr',
  fee: 'Einbehaltene Bearbeitungsgebühr',
  feeReasons: {
    return_to_sender: 'das Paket war nicht zustellbar und kam zurück',
    buyer_fault: 'Rücksendung aus einem Grund auf Käuferseite',
  },
  shipping: 'Versand',
  total: 'Erstattungsbetrag',
  taxInside: 'Darin enthaltene Steuer',
  noTaxDocument:
    'Diese Bestätigung ist kein steuerlicher Beleg: Sie ist weder Rechnung noch Rechnungskorrektur.',
  notPaid: 'Diese Erstattung ist nicht ausgezahlt. Diese Seite belegt keine Zahlung.',
};
