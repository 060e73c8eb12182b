import type { BuyerTexts } from './buyer-texts.ts';

export const de: BuyerTexts = {
  cancelled: {
    whole: ({ orderNumber, channel }, source) => ({
      subject: `Bestellung ${orderNumber}: storniert`,
      opening: {
        buyer_request: `Wie von Ihnen gewünscht, ist die Bestellung ${orderNumber} (${channel}) storniert.`,
        buyer_message: `Auf Ihre Nachricht hin ist die Bestellung ${orderNumber} (${channel}) storniert worden.`,
        seller: `Der Shop hat die Bestellung ${orderNumber} (${channel}) storniert.`,
        system: `Die Bestellung ${orderNumber} (${channel}) wurde automatisch storniert.`,
      }[source],
      next: [
        source === 'seller' || source === 'system'
          ? 'Sie wird nicht verschickt. Möchten Sie die Artikel weiterhin haben, bestellen Sie bitte neu.'
          : 'Sie wird nicht verschickt, und Sie müssen nichts weiter tun.',
      ],
    }),
    part: ({ orderNumber, channel }, source) => ({
      subject: `Bestellung ${orderNumber}: teilweise storniert`,
      opening: {
        buyer_request: `Wie von Ihnen gewünscht, ist ein Teil der Bestellung ${orderNumber} (${channel}) storniert.`,
        buyer_message: `Auf Ihre Nachricht hin ist ein Teil der Bestellung ${orderNumber} (${channel}) storniert worden.`,
        seller: `Der Shop hat einen Teil der Bestellung ${orderNumber} (${channel}) storniert.`,
        system: `Ein Teil der Bestellung ${orderNumber} (${channel}) wurde automatisch storniert.`,
      }[source],
      next: ['Diese Artikel werden nicht verschickt. Am Rest Ihrer Bestellung ändert sich nichts.'],
    }),
    heading: 'Stornierte Artikel',
    refundLabel: 'Erstattung in Bearbeitung',
    nothingToRefund:
      'Nach unseren Unterlagen gibt es keine Zahlung zu erstatten. Sehen Sie das anders, wenden Sie sich dort an den Shop, wo bestellt wurde.',
  },
  request: {
    received: ({ orderNumber, channel }, whole) => ({
      subject: `Bestellung ${orderNumber}: Stornierungsanfrage eingegangen`,
      opening: whole
        ? `Ihre Anfrage, die Bestellung ${orderNumber} (${channel}) zu stornieren, ist eingegangen, und der Shop wurde informiert.`
        : `Ihre Anfrage, Artikel der Bestellung ${orderNumber} (${channel}) zu stornieren, ist eingegangen, und der Shop wurde informiert.`,
      next: [
        'Noch ist nichts storniert: Der Shop entscheidet, und Sie erfahren es per E-Mail. Geht das Paket vorher ab, lässt es sich nicht mehr stornieren; Sie können dann den Vertrag widerrufen oder um eine Rücksendung bitten.',
      ],
    }),
    heading: 'Zu stornierende Artikel',
    refused: ({ orderNumber, channel }) => ({
      subject: `Bestellung ${orderNumber}: Stornierungsanfrage abgelehnt`,
      opening: `Der Shop hat Ihre Anfrage, die Bestellung ${orderNumber} (${channel}) zu stornieren, nicht angenommen. Die Bestellung läuft weiter.`,
      next: [
        'Gibt Ihnen das Gesetz ein Widerrufsrecht, können Sie es über den Link unten ausüben. Andernfalls können Sie um eine Rücksendung bitten, sobald die Artikel eingetroffen sind.',
      ],
    }),
    lapsed: ({ orderNumber, channel }) => ({
      subject: `Bestellung ${orderNumber}: Stornierung nicht mehr möglich`,
      opening: `Was Sie von der Bestellung ${orderNumber} (${channel}) stornieren wollten, ist schon verschickt: Ihre Anfrage lässt sich nicht mehr erfüllen.`,
      next: [
        'Gibt Ihnen das Gesetz ein Widerrufsrecht, können Sie es über den Link unten ausüben, auch bevor das Paket ankommt. Andernfalls können Sie um eine Rücksendung bitten, sobald Sie es haben.',
      ],
    }),
    sellerMessage: 'Nachricht des Shops:',
  },
  howToCancel: ({ orderNumber, channel }, situation, hasLink) => {
    const isUnknown = situation === 'unknown_order';
    const what = isUnknown ? `eine Bestellung (${channel})` : `die Bestellung ${orderNumber} (${channel})`;
    const page = `Bitte beantragen Sie die Stornierung auf der Seite Ihrer Bestellung, dort, wo Sie bestellt haben (${channel}).`;
    return {
      subject: isUnknown
        ? `So stornieren Sie eine Bestellung (${channel})`
        : `Bestellung ${orderNumber}: So stornieren Sie`,
      opening: `Sie haben geschrieben, dass Sie ${what} stornieren möchten. Diese Antwort hat eine Maschine verfasst. Der Shop hat Ihre Nachricht, aber eine Nachricht allein storniert nichts.`,
      next: {
        before_shipping: [
          hasLink
            ? 'Die Bestellung ist noch nicht verschickt. Bitte beantragen Sie die Stornierung über den Link unten: Der Shop erfährt es sofort, entscheidet, und Sie erhalten die Antwort per E-Mail.'
            : `Die Bestellung ist noch nicht verschickt. ${page} Der Shop entscheidet dann, und Sie erhalten die Antwort per E-Mail.`,
        ],
        shipped: [
          'Die Bestellung ist schon verschickt und lässt sich nicht mehr stornieren. Gibt Ihnen das Gesetz ein Widerrufsrecht, können Sie es über den Link unten ausüben, auch bevor das Paket ankommt. Andernfalls können Sie um eine Rücksendung bitten, sobald Sie es haben.',
        ],
        closed: [
          `Die Bestellung ist bereits storniert: Sie müssen nichts weiter tun. Haben Sie eine Frage, wenden Sie sich dort an den Shop, wo bestellt wurde (${channel}).`,
        ],
        unknown_order: [
          `Wir konnten nicht erkennen, um welche Bestellung es geht. ${page} Ist das Paket schon unterwegs, können Sie den Vertrag über den Link unten widerrufen, sofern das Gesetz Ihnen dieses Recht gibt.`,
        ],
      }[situation],
    };
  },
  requestLabel: 'Stornierung beantragen',
  withdrawLabel: 'Vertrag widerrufen',
  refund: {
    made: ({ orderNumber, channel }, amount) => ({
      subject: `Bestellung ${orderNumber}: Erstattung von ${amount}`,
      opening: `Der Shop hat Ihnen ${amount} zur Bestellung ${orderNumber} (${channel}) erstattet.`,
      next: [],
    }),
    heading: 'Was erstattet wird',
    partOf: (amount) => `${amount}, ein Teil des Preises`,
    totalLabel: 'Erstattet insgesamt',
    shippingLabel: 'Davon Versand',
    taxLabel: 'Davon Steuern',
    fee: (amount, why) =>
      `Eine Bearbeitungsgebühr von ${amount} wurde einbehalten und ist von diesen Beträgen schon abgezogen.${
        why === null
          ? ''
          : {
              return_to_sender: ' Grund: Das Paket kam zurück, ohne zugestellt worden zu sein.',
              buyer_fault:
                ' Grund: Die Bedingungen des Shops sehen das vor, da weder der Shop noch der Paketdienst die Rücksendung zu vertreten hat.',
            }[why]
      }`,
    receiptLabel: 'Erstattung und Beleg ansehen',
  },
  comesBack:
    'Das Geld kommt auf dem Weg zurück, auf dem Sie bezahlt haben: Sie müssen nichts tun. Bis Sie es sehen, kann Ihre Bank einige Bankarbeitstage brauchen.',
};
