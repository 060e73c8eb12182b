import type { SellerTexts } from './seller-texts.ts';

export const de: SellerTexts = {
  cancellation: {
    requested: ({ orderNumber, channel }, whole) => ({
      subject: `Bestellung ${orderNumber}: Stornierungsanfrage zu beantworten`,
      opening: whole
        ? `Der Käufer möchte die Bestellung ${orderNumber} (${channel}) stornieren.`
        : `Der Käufer möchte Artikel der Bestellung ${orderNumber} (${channel}) stornieren.`,
      next: [
        'Bitte entscheiden Sie, bevor etwas abgeht: Ist der Versand bestätigt, lässt sich davon nichts mehr stornieren. Was bezahlt wurde, wird erstattet, wenn Sie annehmen.',
      ],
    }),
    heading: 'Zu stornierende Artikel',
    reason: 'Grund des Käufers:',
    actHere: 'Über den Link unten können Sie die Anfrage annehmen oder mit einer Nachricht ablehnen.',
    actLabel: 'Anfrage beantworten',
  },
  refund: {
    declined: ({ orderNumber, channel }, amount) => ({
      subject: `Bestellung ${orderNumber}: Erstattung von ${amount} abgelehnt`,
      opening: `Der Zahlungsdienstleister hat die Erstattung von ${amount} zur Bestellung ${orderNumber} (${channel}) abgelehnt. Der Käufer hat das Geld nicht erhalten.`,
      next: [
        'Bitte sehen Sie sich den Grund an. Der Betrag lässt sich erneut erstatten, sobald die Ursache behoben ist; bleibt sie bestehen, vereinbaren Sie mit dem Käufer einen anderen Weg.',
      ],
    }),
    failed: ({ orderNumber, channel }, amount) => ({
      subject: `Bestellung ${orderNumber}: Erstattung von ${amount} nachträglich gescheitert`,
      opening: `Der Zahlungsdienstleister hat die Erstattung von ${amount} zur Bestellung ${orderNumber} (${channel}), die schon gelungen war, zurückgenommen. Der Käufer hat das Geld nicht.`,
      next: [
        'Der Betrag lässt sich erneut erstatten. Bitte klären Sie zuerst mit dem Dienstleister die Ursache, und sagen Sie dem Käufer Bescheid, dem die Erstattung schon gemeldet war.',
      ],
    }),
    needsPerson: ({ orderNumber, channel }, amount, why) => ({
      subject: `Bestellung ${orderNumber}: Erstattung von ${amount} zu prüfen`,
      opening: {
        unresolved: `Es ist unklar, ob die Erstattung von ${amount} zur Bestellung ${orderNumber} (${channel}) ausgeführt wurde: Der Zahlungsdienstleister hat keine klare Antwort gegeben, und auch Nachfragen haben es nicht geklärt.`,
        contradicted: `Zur Erstattung von ${amount} zur Bestellung ${orderNumber} (${channel}) sagt der Zahlungsdienstleister nun etwas anderes, als er zuvor endgültig gemeldet hatte.`,
      }[why],
      next: [],
    }),
    codeLabel: 'Antwort des Dienstleisters',
    detailLabel: 'In seinen Worten',
    refundLabel: 'Erstattung in Navette',
    paymentLabel: 'Zahlung beim Dienstleister',
    stepsHeading: 'Was zu tun ist',
    steps: (path) => [
      'Sehen Sie in den Büchern des Dienstleisters nach, ob das Geld an den Käufer gegangen ist.',
      `Melden Sie Navette das Ergebnis über die API: ${path}.`,
      'Erstatten Sie den Betrag vorher nicht noch einmal: Der Käufer könnte sonst doppelt bezahlt werden.',
    ],
    due: ({ orderNumber, channel }, notice, dueAt) => ({
      subject: `Bestellung ${orderNumber}: ${notice === 'warning' ? 'Erstattung bald fällig' : 'Erstattung überfällig'}`,
      opening:
        notice === 'warning'
          ? `Der Käufer der Bestellung ${orderNumber} (${channel}) hat Artikel zurückgesandt und wartet auf sein Geld. Frist für die Erstattung: ${dueAt}.`
          : `Der Käufer der Bestellung ${orderNumber} (${channel}) hat Artikel zurückgesandt und sein Geld nicht erhalten. Ende der Frist: ${dueAt}. Bitte erstatten Sie den Betrag so bald wie möglich.`,
      next: [],
    }),
    rule: {
      receipt: 'Diese Frist haben Sie für Erstattungen nach dem Eingang einer Rücksendung festgelegt.',
      withdrawal:
        'Diese Frist setzt das Gesetz bei einem Widerruf (Richtlinie 2011/83/EU, Artikel\u00a013). Eine Bearbeitungsgebühr darf nicht einbehalten werden.',
    },
    actHere: 'Der Link unten zeigt, was zu erstatten ist, und dort können Sie es erstatten.',
    actLabel: 'Ansehen und erstatten',
  },
  books: {
    differ: (provider, day) => ({
      subject: `${provider}: Erstattungen zu prüfen, ${day}`,
      opening: `Beim täglichen Abgleich (${day}) stimmen Navette und ${provider} bei einigen Erstattungen nicht überein.`,
      next: [
        'Bitte prüfen Sie jede davon beim Dienstleister. Navette ändert von sich aus nichts daran: Erstatten Sie keine noch einmal, bevor die Sache geklärt ist, sonst könnte ein Käufer doppelt bezahlt werden.',
      ],
    }),
    heading: 'Abweichungen',
    kind: {
      missing_there: 'In Navette gezahlt, fehlt beim Dienstleister',
      missing_here: 'Beim Dienstleister gezahlt, in Navette unbekannt',
      amount_differs: 'Beim Dienstleister mit anderem Betrag gezahlt',
      state_differs: 'Nur auf einer Seite gezahlt',
      booked_twice: 'Beim Dienstleister mehrfach gebucht',
    },
    ours: (amount) => `Betrag in Navette: ${amount}`,
    theirs: (amount) => `Betrag beim Dienstleister: ${amount}`,
    refund: (refundId) => `Erstattung ${refundId}`,
    more: (count) => `und ${count} weitere`,
  },
  claim: {
    eligible: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Bestellung ${orderNumber}: ${kind === 'lost' ? 'Paket verloren' : 'Transportschaden'}, Anspruch auf ${amount}`,
      opening:
        kind === 'lost'
          ? `Ein Paket der Bestellung ${orderNumber} (${channel}) gilt als verloren: Es wurde weder rechtzeitig noch in der Woche danach zugestellt. Sie können dafür eine Entschädigung von ${amount} beantragen.`
          : `Artikel der Bestellung ${orderNumber} (${channel}) wurden beim Transport beschädigt. Sie können dafür eine Entschädigung von ${amount} beantragen.`,
      next: [],
    }),
    submitted: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Bestellung ${orderNumber}: Entschädigung von ${amount} beantragt`,
      opening:
        kind === 'lost'
          ? `Ein Paket der Bestellung ${orderNumber} (${channel}) gilt als verloren. Wie von Ihnen eingestellt, wurde die Entschädigung von ${amount} automatisch beantragt.`
          : `Artikel der Bestellung ${orderNumber} (${channel}) wurden beim Transport beschädigt. Wie von Ihnen eingestellt, wurde die Entschädigung von ${amount} automatisch beantragt.`,
      next: [
        'Navette hat den Antrag festgehalten, schreibt aber nicht an den Paketdienst: Senden Sie ihm die Nachweise, die als PDF in der API von Navette bereitliegen, und tragen Sie dort bitte die Entscheidung ein, sobald Sie sie kennen.',
      ],
    }),
    closing: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Bestellung ${orderNumber}: Frist für ${amount} Entschädigung endet bald`,
      opening:
        kind === 'lost'
          ? `Für das verlorene Paket der Bestellung ${orderNumber} (${channel}) haben Sie die Entschädigung von ${amount} noch nicht beantragt.`
          : `Für die beschädigten Artikel der Bestellung ${orderNumber} (${channel}) haben Sie die Entschädigung von ${amount} noch nicht beantragt.`,
      next: [],
    }),
    expired: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Bestellung ${orderNumber}: Frist für ${amount} Entschädigung abgelaufen`,
      opening:
        kind === 'lost'
          ? `Die Frist, für das verlorene Paket der Bestellung ${orderNumber} (${channel}) eine Entschädigung von ${amount} zu beantragen, ist abgelaufen.`
          : `Die Frist, für die beschädigten Artikel der Bestellung ${orderNumber} (${channel}) eine Entschädigung von ${amount} zu beantragen, ist abgelaufen.`,
      next: [
        kind === 'lost'
          ? 'Daran lässt sich nichts mehr ändern. Damit es nicht wieder vorkommt, kann Navette die Entschädigung für verlorene Pakete automatisch beantragen: Das stellen Sie in Ihren Regeln für Erstattungen ein.'
          : 'Daran lässt sich nichts mehr ändern. Bitte reichen Sie den Antrag beim nächsten Mal mit Fotos ein, sobald Sie von dem Schaden erfahren.',
      ],
    }),
    delivered: ({ orderNumber, channel }, amount, deliveredAt) => ({
      subject: `Bestellung ${orderNumber}: nach dem Antrag auf ${amount} zugestellt`,
      opening: `Das Paket der Bestellung ${orderNumber} (${channel}), das Sie als verloren gemeldet und für das Sie ${amount} beantragt haben, ist doch noch zugestellt worden. Zeitpunkt der Zustellung: ${deliveredAt}.`,
      next: [
        'Bitte sagen Sie es dem Paketdienst, bevor er es selbst bemerkt, und geben Sie zurück, was er vielleicht schon gezahlt hat. Hat der Käufer eine Erstattung oder Ersatz erhalten, klären Sie mit ihm, was mit dem Paket geschieht.',
      ],
    }),
    carrierLabel: 'Paketdienst',
    trackingLabel: 'Sendungsnummer',
    beforeLabel: 'Zu beantragen vor',
    needsPhotos: 'Bevor der Antrag eingereicht werden kann, sind Fotos des Schadens nötig.',
    actHere: 'Der Link unten zeigt den Antrag, und dort können Sie ihn einreichen.',
    actHereWithPhotos:
      'Der Link unten zeigt den Antrag, und dort können Sie Fotos hinzufügen und ihn einreichen.',
    actLabel: 'Entschädigung beantragen',
  },
  actElsewhere: (channel) =>
    `Bitte erledigen Sie das in Ihrem eigenen System, das an die API von Navette angeschlossen ist, oder in Ihrem Verkäuferkonto (${channel}).`,
};
