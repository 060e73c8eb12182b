import { closureReasonWords } from '../../../../domain/returns/words.ts';
import type { SellerTexts } from './seller-texts.ts';

export const de: SellerTexts = {
  requested: ({ orderNumber, channel }, requestedBy) => ({
    subject: `Bestellung ${orderNumber}: Rücksendeanfrage zu beantworten`,
    opening: {
      buyer: `Der Käufer möchte Artikel der Bestellung ${orderNumber} (${channel}) zurücksenden.`,
      gift_recipient: `Jemand, der Artikel der Bestellung ${orderNumber} (${channel}) geschenkt bekommen hat, möchte sie zurücksenden.`,
      seller: `Ihre Rücksendeanfrage zur Bestellung ${orderNumber} (${channel}) muss noch genehmigt werden.`,
    }[requestedBy],
    next: requestedBy === 'gift_recipient' ? ['Ob etwas erstattet wird, entscheiden Sie.'] : [],
  }),
  answerBefore: (moment) =>
    `Frist für Ihre Antwort: ${moment}. Auch eine einfache Nachricht gilt als Antwort.`,
  warningsHeading: 'Gut zu wissen',
  warning: (code, others) =>
    ({
      duplicate_request:
        others > 1
          ? `Für dieselben Artikel sind ${others} weitere Anfragen offen.`
          : 'Für dieselben Artikel ist eine weitere Anfrage offen.',
      outside_return_window: 'Die Anfrage kam nach dem Ende Ihrer Rückgabefrist.',
      not_returnable: 'Einer der Artikel ist von der Rückgabe ausgeschlossen.',
      no_return_address: 'Für diesen Kanal ist keine Rücksendeadresse gespeichert.',
      withdrawal_late: 'Der Widerruf wurde nach der gesetzlichen Frist von 14 Tagen erklärt.',
      withdrawal_unconfirmed: 'Der Käufer hat den Widerruf noch nicht bestätigt.',
      cancelled_before_shipping: 'Artikel, die noch nicht verschickt waren, sind storniert.',
    })[code],
  advice: (code, cost, value) =>
    code === 'keep_item'
      ? `Die Rücksendung würde Sie etwa ${cost} kosten, bezahlt wurden für die Artikel ${value}. Vielleicht ist es besser, alles zu erstatten und auf die Rücksendung zu verzichten: Schließen Sie die Anfrage dann mit dem Grund „${closureReasonWords.de.refund_without_return}“.`
      : `Der Käufer würde etwa ${cost} Porto zahlen, für Artikel zu ${value}. Vergewissern Sie sich, dass er das weiß, und bieten Sie ihm möglichst eine Gutschrift an.`,
  actHere: 'Sie können die Anfrage genehmigen, schließen oder mit einer Nachricht beantworten.',
  actElsewhere: (channel) =>
    `Bearbeiten Sie die Anfrage bitte in Ihrem eigenen System, das an die API von Navette angeschlossen ist, oder in Ihrem Verkäuferkonto (${channel}).`,
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Rücksendung vom Käufer storniert`,
    opening: `Der Käufer hat seine Rücksendeanfrage zur Bestellung ${orderNumber} (${channel}) storniert.`,
    next: ['Sie müssen nichts tun: Er behält die Artikel. Später kann er eine neue Anfrage stellen.'],
  }),
  withdrawn: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Widerruf des Käufers`,
    opening: `Der Käufer hat sein Widerrufsrecht zur Bestellung ${orderNumber} (${channel}) ausgeübt. Einen Grund muss er nicht nennen.`,
    next: [],
  }),
  needsAddress:
    'Es ist keine Rücksendeadresse gespeichert. Bitte geben Sie über die API von Navette eine für diese Rücksendung an: Der Käufer wartet auf die Unterlagen, um die Artikel zurückzusenden.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Ein Artikel war noch nicht verschickt: Er ist storniert, bitte versenden Sie ihn nicht.'
      : `${units} Artikel waren noch nicht verschickt: Sie sind storniert, bitte versenden Sie sie nicht.`,
  refundBy: (day) =>
    `Erstatten Sie dem Käufer den Betrag ohne Bearbeitungsgebühr, und zwar spätestens am ${day}. Bei bereits versandten Artikeln dürfen Sie warten, bis sie eintreffen oder ihr Versand nachgewiesen ist. Wird die ganze Bestellung widerrufen, ist auch die Standardlieferung zu erstatten.`,
  mayCloseLate:
    'Der Widerruf wurde nach der gesetzlichen Frist von 14 Tagen erklärt: Sie können ihn annehmen oder die Rücksendung aus diesem Grund schließen.',
  mayCloseExempt:
    'Die Rücksendung ist von Gesetzes wegen genehmigt. Schließen können Sie sie nur, wenn das Gesetz die Artikel vom Widerrufsrecht ausnimmt.',
  escalated: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Garantieantrag des Käufers`,
    opening: `Der Käufer hat seine Rücksendung zur Bestellung ${orderNumber} (${channel}) als Garantieantrag beim Marktplatz gemeldet.`,
    next: [
      'Bitte antworten Sie auf den Antrag in Ihrem Verkäuferkonto, mit dem, was Sie über diese Rücksendung wissen. Die Antwortfrist der Anfrage läuft nicht mehr.',
    ],
  }),
  warned: ({ orderNumber, channel }, answerBy) => ({
    subject: `Bestellung ${orderNumber}: Rücksendeanfrage ohne Antwort`,
    opening: `Die Rücksendeanfrage zur Bestellung ${orderNumber} (${channel}) wartet noch auf Ihre Antwort. Frist: ${answerBy}.`,
    next: [],
  }),
  breached: ({ orderNumber, channel }, answerBy) => ({
    subject: `Bestellung ${orderNumber}: Antwortfrist abgelaufen`,
    opening: `Die Rücksendeanfrage zur Bestellung ${orderNumber} (${channel}) ist ohne Antwort geblieben. Ende der Frist: ${answerBy}. Bitte antworten Sie so bald wie möglich.`,
    next: [],
  }),
  mismatch: ({ orderNumber, channel }) => ({
    subject: `Bestellung ${orderNumber}: Eingang passt nicht zur Rücksendung`,
    opening: `Was zur Bestellung ${orderNumber} (${channel}) eingetroffen ist, entspricht nicht der genehmigten Rücksendung.`,
    next: [
      'Bitte entscheiden Sie über die API von Navette für jeden Artikel: annehmen, an den Käufer zurücksenden oder offen lassen.',
    ],
  }),
  mismatchHeading: 'Ohne Genehmigung eingetroffen',
  authorizeLabel: 'Anfrage genehmigen',
  closeLabel: 'Anfrage schließen',
  replyLabel: 'Mit einer Nachricht antworten',
};
