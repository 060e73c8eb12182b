import type { TrackingTexts } from './tracking-texts.ts';

export const de: TrackingTexts = {
  order: (number) => `Bestellung ${number}`,
  headlines: {
    pending: {
      title: 'Zahlung wird geprüft',
      sentence:
        'Die Bestellung ist eingegangen. Der Liefertermin erscheint hier, sobald die Zahlung bestätigt ist.',
    },
    unshipped: { title: 'In Vorbereitung', sentence: 'Die Bestellung wird für den Versand vorbereitet.' },
    partly_shipped: {
      title: 'Teilweise versandt',
      sentence: 'Ein Teil der Bestellung ist unterwegs, der Rest wird vorbereitet.',
    },
    shipped: { title: 'Unterwegs', sentence: 'Die Bestellung wurde dem Versanddienst übergeben.' },
    delivered: { title: 'Zugestellt', sentence: 'Die Bestellung ist angekommen.' },
    cancelled: {
      title: 'Storniert',
      sentence:
        'Diese Bestellung wurde storniert und wird nicht geliefert. Bei Fragen wenden Sie sich bitte an den Shop.',
    },
    unfulfillable: {
      title: 'Lieferung nicht möglich',
      sentence:
        'Diese Bestellung kann leider nicht versandt werden. Der Shop ist informiert; bitte fragen Sie dort, wie es weitergeht.',
    },
    returned_to_sender: {
      title: 'Zurück an den Absender',
      sentence:
        'Das Paket konnte nicht zugestellt werden und ging an den Absender zurück. Bitte fragen Sie beim Shop, wie es weitergeht.',
    },
  },
  progress: 'Fortschritt',
  steps: { ordered: 'Bestellt', shipped: 'Versandt', delivered: 'Zugestellt' },
  expected: 'Voraussichtliche Lieferung',
  deliveredOn: 'Zugestellt am',
  late: 'Der voraussichtliche Termin ist verstrichen. Tut sich bald nichts, wenden Sie sich bitte an den Shop.',
  parcel: 'Paket',
  parcelOf: (position, count) => `Paket ${position} von ${count}`,
  carrier: 'Versanddienst',
  trackingNumber: 'Sendungsnummer',
  shippedOn: 'Versandt am',
  history: 'Sendungsverlauf',
  statuses: {
    accepted: 'Vom Versanddienst angenommen',
    in_transit: 'Auf dem Transportweg',
    out_for_delivery: 'In Zustellung',
    delivered: 'Zugestellt',
    exception: 'Der Versanddienst meldet ein Problem',
    damaged: 'Der Versanddienst meldet einen Schaden',
    lost: 'Der Versanddienst meldet das Paket als verloren',
    returning: 'Auf dem Rückweg zum Absender',
    returned_to_sender: 'An den Absender zurückgegeben',
  },
  noScans:
    'Noch keine Meldung des Versanddienstes. Die erste kann bis zum Tag nach dem Versand auf sich warten lassen.',
  localTimes: 'Alle Uhrzeiten gelten am Lieferort.',
  utcTimes: 'Alle Uhrzeiten in UTC.',
  language: 'Sprache',
  notFound: {
    title: 'Diese Seite gibt es nicht',
    sentence:
      'Der Link ist vielleicht unvollständig. Bitte öffnen Sie ihn noch einmal aus Ihrer Nachricht oder bitten Sie den Shop um einen neuen.',
  },
  tooMany: {
    title: 'Einen Moment bitte',
    sentence: 'Diese Seite wurde sehr oft aufgerufen. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
};
