import type { MoneyTexts } from './money-texts.ts';

export const de: MoneyTexts = {
  wholeOrder: 'Die ganze Bestellung',
  decide: {
    title: 'Stornierungsanfrage beantworten',
    lead: 'Der Käufer möchte stornieren, bevor das Paket abgeht.',
    request: 'Die Anfrage',
    requestedAt: 'Gestellt am',
    toCancel: 'Zu stornieren',
    noReason: 'keiner angegeben',
    partLeft:
      'Nicht alles davon lässt sich noch stornieren: Einiges ist verschickt oder schon storniert. Es bleiben:',
    nothingLeft:
      'Davon lässt sich nichts mehr stornieren: Es ist verschickt oder schon storniert. Sie können die Anfrage noch ablehnen, damit der Käufer Bescheid weiß.',
    legend: 'Was möchten Sie tun?',
    accept: 'Annehmen und stornieren',
    acceptHint:
      'Sorgen Sie dafür, dass davon nichts mehr abgeht. Was dafür bezahlt wurde, wird von selbst erstattet.',
    refuse: 'Die Anfrage ablehnen',
    refuseHint: 'Die Bestellung läuft weiter, und der Käufer erfährt es per E-Mail.',
    button: 'Bestätigen',
  },
  ask: {
    title: 'Stornierung beantragen',
    lead: 'Der Shop entscheidet, und Sie erhalten die Antwort per E-Mail. Bis dahin ist nichts storniert. Geht das Paket vorher ab, lässt es sich nicht mehr stornieren.',
    notLeft: 'Was noch nicht verschickt ist',
    partLeft: 'Ein Teil der Bestellung ist schon verschickt und lässt sich nicht mehr stornieren.',
    legend: 'Was möchten Sie stornieren?',
    rest: 'Alles, was noch nicht verschickt ist',
    some: 'Nur einzelne Artikel',
    reason: 'Grund',
    reasonHint: 'Höchstens 500 Zeichen. Der Shop liest ihn.',
    button: 'Anfrage senden',
  },
  claim: {
    titles: {
      lost: 'Entschädigung für ein verlorenes Paket',
      damaged: 'Entschädigung für beschädigte Artikel',
    },
    leads: {
      lost: 'Das Paket wurde weder rechtzeitig noch in der Woche danach zugestellt. Sie können dafür eine Entschädigung beantragen.',
      damaged:
        'Artikel wurden beim Transport beschädigt. Sie können dafür mit Fotos des Schadens eine Entschädigung beantragen.',
    },
    heading: 'Der Antrag',
    carrier: 'Paketdienst',
    trackingNumber: 'Sendungsnummer',
    items: 'Artikel',
    amount: 'Betrag',
    closesAt: 'Einzureichen vor',
    photosFirst:
      'Bitte fügen Sie zuerst ein Foto des Schadens hinzu. Danach können Sie den Antrag hier einreichen.',
    choice: 'Ja, die Angaben stimmen, und ich reiche diesen Antrag ein',
    button: 'Antrag einreichen',
  },
  photos: {
    heading: 'Fotos des Schadens',
    none: 'Es gibt noch keine.',
    photo: (number) => `Foto ${number}`,
    field: 'Fotos hinzufügen',
    hint: 'JPEG, PNG oder WebP; je höchstens 10\u00a0MB und zusammen 10 Stück. Der Aufnahmeort wird daraus entfernt.',
    button: 'Hinzufügen',
    full: 'Es sind 10 Fotos: Weitere lassen sich nicht hinzufügen.',
    notAdded: 'Das ließ sich nicht hinzufügen:',
    faults: {
      missing: 'Wählen Sie mindestens ein Foto.',
      wrong_type: 'Kein Foto in JPEG, PNG oder WebP.',
      too_large: 'Größer als 10\u00a0MB oder 50 Megapixel.',
      unreadable: 'Beschädigt oder unvollständig: Es lässt sich nicht lesen.',
      full: 'Ein Antrag hat höchstens 10 Fotos.',
      closed: 'Der Antrag nimmt keine Fotos mehr an.',
    },
    tooLarge: 'Die Fotos sind zusammen zu groß. Bitte gehen Sie zurück und senden Sie weniger auf einmal.',
  },
  refund: {
    title: 'Rücksendung erstatten',
    lead: 'Das Geld geht auf dem Weg zurück, auf dem bezahlt wurde, und der Käufer erfährt es per E-Mail.',
    back: 'Was zurückgekommen ist',
    kept: 'Was der Käufer behält',
    owed: 'Was Sie erstatten',
    total: 'Zu erstatten',
    dueAt: 'Rechtzeitig bis',
    overdueSince: 'Der Käufer wartet noch: Die Frist für diese Erstattung endete am',
    external: (channel) =>
      `Diese Bestellung wurde über ${channel} bezahlt: Dort wird das Geld erstattet, und Ihr eigenes System meldet das Ergebnis.`,
    earlier: 'Bisherige Erstattungen zu dieser Rücksendung',
    choice: (amount) => `Ja, ich erstatte dem Käufer ${amount}`,
    button: 'Erstatten',
  },
  shown: {
    title: (amount) => `Erstattung von ${amount}`,
    sentences: {
      requested: 'Der Shop hat diese Erstattung veranlasst. Sie geht gleich an den Zahlungsdienstleister.',
      processing: 'Der Zahlungsdienstleister hat diese Erstattung und führt sie aus.',
      succeeded:
        'Das Geld kommt auf dem Weg zurück, auf dem Sie bezahlt haben. Bis Sie es sehen, kann Ihre Bank einige Bankarbeitstage brauchen.',
      declined:
        'Der Zahlungsdienstleister hat diese Erstattung nicht ausgeführt: Sie haben das Geld nicht erhalten. Der Shop weiß es; bei Fragen wenden Sie sich bitte an ihn.',
      unknown:
        'Der Zahlungsdienstleister hat noch nicht gemeldet, wie diese Erstattung ausgegangen ist. Das wird geprüft, und Sie müssen nichts tun.',
      failed:
        'Der Zahlungsdienstleister hat diese Erstattung zurückgenommen: Sie haben das Geld nicht. Der Shop weiß es; bei Fragen wenden Sie sich bitte an ihn.',
    },
    heading: 'Was erstattet wird',
    receipt: 'Beleg herunterladen (PDF)',
  },
  done: {
    cancel: {
      title: 'Anfrage angenommen',
      sentence: 'Es ist storniert, und der Käufer erfährt es per E-Mail.',
    },
    'refuse-request': {
      title: 'Anfrage abgelehnt',
      sentence: 'Die Bestellung läuft weiter, und der Käufer erfährt es per E-Mail.',
    },
    request: {
      title: 'Anfrage gesendet',
      sentence: 'Der Shop ist informiert und entscheidet. Sie erhalten die Antwort per E-Mail.',
    },
    submit: {
      title: 'Antrag eingereicht',
      sentence:
        'Die Nachweise für den Paketdienst liegen als PDF in der API von Navette bereit. Bitte tragen Sie dort die Entscheidung ein, sobald Sie sie kennen.',
    },
    'settle-return': {
      title: 'Erstattung veranlasst',
      sentence: 'Der Käufer erfährt es per E-Mail, sobald das Geld unterwegs ist.',
    },
  },
  over: {
    accepted: { title: 'Diese Anfrage ist schon angenommen', sentence: 'Es ist nichts mehr zu entscheiden.' },
    refused: { title: 'Diese Anfrage ist schon abgelehnt', sentence: 'Es ist nichts mehr zu entscheiden.' },
    lapsed: {
      title: 'Diese Anfrage hat sich erledigt',
      sentence:
        'Was sie betraf, ist verschickt oder anders storniert worden. Es ist nichts mehr zu entscheiden.',
    },
    pending: {
      title: 'Die Zahlung ist noch nicht bestätigt',
      sentence: 'Erst danach lässt sich die Bestellung stornieren. Bitte kommen Sie etwas später wieder.',
    },
    calledOff: {
      title: 'Diese Bestellung ist schon storniert',
      sentence: 'Sie müssen nichts weiter tun.',
    },
    shipped: {
      title: 'Diese Bestellung ist schon verschickt',
      sentence:
        'Sie lässt sich nicht mehr stornieren. Gibt Ihnen das Gesetz ein Widerrufsrecht, können Sie es hier ausüben, auch bevor das Paket ankommt. Andernfalls können Sie um eine Rücksendung bitten, sobald Sie es haben.',
    },
    requestOpen: {
      title: 'Der Shop hat Ihre Anfrage',
      sentence: 'Sie ist noch nicht beantwortet und muss nicht noch einmal gestellt werden.',
    },
    claimSubmitted: {
      title: 'Dieser Antrag ist schon eingereicht',
      sentence: 'Bitte tragen Sie die Entscheidung über die API von Navette ein, sobald Sie sie kennen.',
    },
    claimDecided: {
      title: 'Über diesen Antrag ist schon entschieden',
      sentence: 'Es ist nichts mehr einzureichen.',
    },
    claimExpired: {
      title: 'Die Frist für diesen Antrag ist vorbei',
      sentence: 'Er lässt sich nicht mehr einreichen.',
    },
    claimWithdrawn: {
      title: 'Dieser Antrag wurde zurückgezogen',
      sentence: 'Das Paket ist wieder aufgetaucht: Für einen Verlust gibt es nichts zu beantragen.',
    },
    parcelDelivered: {
      title: 'Das Paket wurde zugestellt',
      sentence: 'Es kann nicht mehr als verloren gemeldet werden.',
    },
    parcelReturning: {
      title: 'Das Paket kommt zurück',
      sentence:
        'Es ist auf dem Weg zum Absender oder schon dort und kann nicht als verloren gemeldet werden.',
    },
    refunded: {
      title: 'Diese Rücksendung ist schon erstattet',
      sentence: 'Dafür steht nichts mehr aus.',
    },
    refundUnderWay: {
      title: 'Die Erstattung ist schon in Bearbeitung',
      sentence: 'Für diese Rücksendung steht nichts mehr aus.',
    },
    notBack: {
      title: 'Es ist noch nichts zurückgekommen',
      sentence: 'Sobald der Eingang der Artikel erfasst ist, können Sie hier erstatten.',
    },
    nothingOwed: {
      title: 'Für diese Rücksendung steht nichts aus',
      sentence: 'Es gibt dafür nichts mehr zu erstatten.',
    },
  },
  requestStates: {
    requested: 'noch nicht beantwortet',
    accepted: 'angenommen',
    refused: 'abgelehnt',
    lapsed: 'erledigt',
  },
  claimStates: {
    eligible: 'kann eingereicht werden',
    opened: 'kann eingereicht werden',
    submitted: 'eingereicht',
    approved: 'bewilligt',
    reimbursed: 'ausgezahlt',
    denied: 'abgelehnt',
    expired: 'nicht rechtzeitig eingereicht',
    withdrawn: 'zurückgezogen',
  },
  facts: {
    submittedAt: 'Eingereicht am',
    decidedAt: 'Entschieden am',
    approved: 'Bewilligt',
    reimbursed: 'Ausgezahlt',
    refund: 'Erstattung',
    noRefund: 'nichts zu erstatten',
  },
  refusals: {
    amountChanged: 'Der Betrag hat sich inzwischen geändert. Bitte sehen Sie ihn sich noch einmal an.',
    itemsGone: 'Diese Artikel lassen sich nicht mehr alle stornieren.',
    photosMissing: 'Es ist mindestens ein Foto des Schadens nötig.',
    paymentUnknown:
      'Die Bestellung nennt ihre Zahlung beim Dienstleister nicht: Sie lässt sich von hier nicht erstatten.',
    other: 'Das ist nicht mehr möglich.',
  },
  tooLarge: 'Es ist nichts geschehen. Bitte gehen Sie zurück und kürzen Sie Ihren Text.',
};
