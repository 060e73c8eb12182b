import type { BuyerTexts } from './buyer-texts.ts';

export const de: BuyerTexts = {
  requested: ({ orderNumber, channel }, answerBy) => ({
    subject: `Bestellung ${orderNumber}: Rücksendeanfrage eingegangen`,
    opening: `Ihre Rücksendeanfrage zur Bestellung ${orderNumber} (${channel}) ist eingegangen, und der Shop wurde informiert.`,
    next: [
      `${answerBy === null ? 'Der Shop antwortet Ihnen per E-Mail.' : `Frist für die Antwort des Shops: ${answerBy}.`} Bitte senden Sie nichts zurück, bevor die Rücksendung genehmigt ist.`,
    ],
  }),
  creditSuggested: (cost, value) =>
    `Bitte beachten Sie: Die Rücksendung würde Sie etwa ${cost} kosten, bezahlt haben Sie für die Artikel ${value}. Dem Shop wurde vorgeschlagen, Ihnen eine Gutschrift anzubieten: Warten Sie seine Antwort ab, bevor Sie sich entscheiden.`,
  cancellable:
    'Wenn Sie es sich anders überlegen, können Sie die Rücksendung stornieren, solange sie nicht genehmigt ist.',
  authorized: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Rücksendung genehmigt`,
    opening: `Ihre Rücksendung zur Bestellung ${orderNumber} (${channel}) ist genehmigt.`,
    next: [],
  }),
  closed: ({ orderNumber, channel }, reason) => ({
    subject: `Bestellung ${orderNumber}: Rücksendeanfrage geschlossen`,
    opening: `Die Rücksendeanfrage zur Bestellung ${orderNumber} (${channel}) wurde geschlossen. Grund: ${reason}.`,
    next: [
      'Bitte senden Sie nichts ein. Ist das Paket schon unterwegs oder haben Sie eine Frage, wenden Sie sich dort an den Shop, wo bestellt wurde.',
    ],
  }),
  sellerMessage: 'Nachricht des Shops:',
  reply: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Nachricht zu Ihrer Rücksendung`,
    opening: `Der Shop schreibt Ihnen zu Ihrer Rücksendung zur Bestellung ${orderNumber} (${channel}):`,
    next: [
      'Wenn Sie antworten möchten, wenden Sie sich dort an den Shop, wo bestellt wurde: Eine Antwort auf diese E-Mail würde ihn nicht erreichen.',
    ],
  }),
  replyLeavesOpen:
    'Ihre Anfrage bleibt offen. Ist die Sache mit dieser Nachricht geklärt, können Sie die Rücksendung stornieren.',
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Rücksendung storniert`,
    opening: `Sie haben Ihre Rücksendung zur Bestellung ${orderNumber} (${channel}) storniert, und der Shop wurde informiert.`,
    next: [
      'Sie behalten die Artikel und müssen nichts einsenden. Wenn Sie es sich anders überlegen, stellen Sie vor dem Ende der Rückgabefrist eine neue Anfrage.',
    ],
  }),
  received: ({ orderNumber, channel }, units, complete) => ({
    subject: `Bestellung ${orderNumber}: ${complete ? 'Rücksendung eingetroffen' : 'Rücksendung teilweise eingetroffen'}`,
    opening:
      units === 1
        ? `Ein Artikel Ihrer Rücksendung zur Bestellung ${orderNumber} (${channel}) ist im Shop eingetroffen.`
        : `${units} Artikel Ihrer Rücksendung zur Bestellung ${orderNumber} (${channel}) sind im Shop eingetroffen.`,
    next: [
      complete
        ? 'Ihre Rücksendung ist vollständig. Der Shop prüft die Artikel und kümmert sich um alles Weitere: Sie müssen nichts mehr tun.'
        : 'Weitere Artikel werden noch erwartet. Sind sie schon unterwegs, müssen Sie nichts tun; andernfalls senden Sie sie bitte ein.',
    ],
  }),
  withdrawalStated: ({ orderNumber, channel }, statedAt) => ({
    subject: `Bestellung ${orderNumber}: Bitte bestätigen Sie Ihren Widerruf`,
    opening: `Sie haben erklärt, den Vertrag zur Bestellung ${orderNumber} (${channel}) zu widerrufen. Zeitpunkt Ihrer Erklärung: ${statedAt}.`,
    next: [
      'Ein Schritt fehlt noch: Der Widerruf wird wirksam, wenn Sie ihn bestätigen. Einen Grund müssen Sie nicht nennen.',
      'Möchten Sie nicht mehr widerrufen oder stammt diese Erklärung nicht von Ihnen, bestätigen Sie bitte nicht: Dann geschieht nichts.',
    ],
  }),
  withdrawalAcknowledged: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Eingangsbestätigung Ihres Widerrufs`,
    opening: `Ihr Widerruf des Vertrags zur Bestellung ${orderNumber} (${channel}) ist eingegangen. Bitte bewahren Sie diese E-Mail als Nachweis auf.`,
    next: [],
  }),
  statement: {
    statementLabel: 'Ihre Erklärung',
    statement: ({ orderNumber, channel }) =>
      `Widerruf des Vertrags über die unten genannten Artikel, Bestellung ${orderNumber} (${channel})`,
    nameLabel: 'Name',
    statedLabel: 'Erklärt am',
    confirmedLabel: 'Bestätigt und übermittelt am',
    itemsHeading: 'Betroffene Artikel',
  },
  withdrawalLate:
    'Ihre Erklärung kam nach der Frist von 14 Tagen: Der Shop kann sie ablehnen, und Sie würden es dann per E-Mail erfahren. Andernfalls geht es so weiter.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Ein Artikel war noch nicht verschickt: Er ist storniert und muss nicht zurückgesandt werden.'
      : `${units} Artikel waren noch nicht verschickt: Sie sind storniert und müssen nicht zurückgesandt werden.`,
  nothingToReturn: 'Sie müssen nichts zurücksenden.',
  returnInTime: 'Bitte senden Sie erhaltene Artikel binnen 14 Tagen nach Ihrer Erklärung zurück.',
  refundBy: (day, mayWait) =>
    `Sie erhalten Ihr Geld spätestens am ${day}, zurück.${mayWait ? ' Der Shop darf jedoch warten, bis die Artikel eingetroffen sind oder ihr Versand nachgewiesen ist.' : ''}`,
  documents: {
    rmaLabel: 'Rücksendenummer (RMA)',
    follow:
      'Der Shop muss noch die Rücksendeadresse angeben. Bitte senden Sie vorerst nichts ein: Rücksendeschein und Etikett erhalten Sie per E-Mail.',
    heading: 'So senden Sie die Artikel zurück',
    print: {
      attached:
        'Drucken Sie das angehängte Blatt und schneiden Sie es an der Linie durch: oben der Rücksendeschein, unten das Etikett.',
      seller_own_attached:
        'Drucken Sie beide angehängten Dokumente: den Rücksendeschein und das Etikett des Shops.',
      none: 'Drucken Sie Rücksendeschein und Etikett über den Link unten.',
    },
    slip: 'Legen Sie den Rücksendeschein in das Paket.',
    label: 'Kleben Sie das Etikett außen auf das Paket.',
    postage: {
      attached: 'Frankieren Sie das Paket: Das Etikett ist nicht frankiert.',
      seller_own_attached:
        'Sehen Sie auf dem Etikett nach, ob das Porto schon bezahlt ist; wenn nicht, frankieren Sie das Paket bitte.',
      none: 'Frankieren Sie das Paket: Das Etikett ist nicht frankiert.',
    },
    postageRefunded: 'Der Shop erstattet Ihnen dieses Porto.',
    replacesSubject: 'neue Unterlagen',
    replaces:
      'Diese Unterlagen ersetzen die bisherigen: Bitte verwenden Sie nur noch diese, denn Adresse oder Etikett haben sich geändert.',
    proof: 'Bewahren Sie den Einlieferungsbeleg auf, bis die Rücksendung abgeschlossen ist.',
  },
  cancelLabel: 'Rücksendung stornieren',
  printLabel: 'Rücksendeetikett drucken',
  confirmLabel: 'Widerruf bestätigen',
};
