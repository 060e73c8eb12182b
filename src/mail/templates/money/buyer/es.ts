import type { BuyerTexts } from './buyer-texts.ts';

export const es: BuyerTexts = {
  cancelled: {
    whole: ({ orderNumber, channel }, source) => ({
      subject: `Pedido ${orderNumber}: cancelado`,
      opening: {
        buyer_request: `Como usted pidió, el pedido ${orderNumber} (${channel}) se ha cancelado.`,
        buyer_message: `A raíz de su mensaje, el pedido ${orderNumber} (${channel}) se ha cancelado.`,
        seller: `La tienda ha cancelado el pedido ${orderNumber} (${channel}).`,
        system: `El pedido ${orderNumber} (${channel}) se ha cancelado automáticamente.`,
      }[source],
      next: [
        source === 'seller' || source === 'system'
          ? 'No se enviará. Si todavía desea los artículos, haga un nuevo pedido.'
          : 'No se enviará y no tiene que hacer nada más.',
      ],
    }),
    part: ({ orderNumber, channel }, source) => ({
      subject: `Pedido ${orderNumber}: cancelado en parte`,
      opening: {
        buyer_request: `Como usted pidió, se ha cancelado una parte del pedido ${orderNumber} (${channel}).`,
        buyer_message: `A raíz de su mensaje, se ha cancelado una parte del pedido ${orderNumber} (${channel}).`,
        seller: `La tienda ha cancelado una parte del pedido ${orderNumber} (${channel}).`,
        system: `Una parte del pedido ${orderNumber} (${channel}) se ha cancelado automáticamente.`,
      }[source],
      next: ['Estos artículos no se enviarán. Nada cambia en el resto de su pedido.'],
    }),
    heading: 'Artículos cancelados',
    refundLabel: 'Reembolso en curso',
    nothingToRefund:
      'Según nuestros datos no hay ningún pago que reembolsar. Si cree que no es así, contacte con la tienda donde se hizo el pedido.',
  },
  request: {
    received: ({ orderNumber, channel }, whole) => ({
      subject: `Pedido ${orderNumber}: solicitud de cancelación recibida`,
      opening: whole
        ? `Su solicitud de cancelar el pedido ${orderNumber} (${channel}) ha llegado y se ha avisado a la tienda.`
        : `Su solicitud de cancelar artículos del pedido ${orderNumber} (${channel}) ha llegado y se ha avisado a la tienda.`,
      next: [
        'Todavía no se ha cancelado nada: la tienda decide y usted lo sabrá por correo electrónico. Si el paquete sale antes, ya no se podrá cancelar; podrá entonces desistir del contrato o solicitar una devolución.',
      ],
    }),
    heading: 'Artículos por cancelar',
    refused: ({ orderNumber, channel }) => ({
      subject: `Pedido ${orderNumber}: solicitud de cancelación rechazada`,
      opening: `La tienda no ha aceptado su solicitud de cancelar el pedido ${orderNumber} (${channel}). El pedido sigue su curso.`,
      next: [
        'Si la ley le da derecho de desistimiento, puede ejercerlo con el enlace de abajo. Si no, podrá solicitar una devolución cuando haya recibido los artículos.',
      ],
    }),
    lapsed: ({ orderNumber, channel }) => ({
      subject: `Pedido ${orderNumber}: ya no se puede cancelar`,
      opening: `Lo que quería cancelar del pedido ${orderNumber} (${channel}) ya ha salido, por lo que su solicitud ya no puede atenderse.`,
      next: [
        'Si la ley le da derecho de desistimiento, puede ejercerlo con el enlace de abajo, incluso antes de que llegue el paquete. Si no, podrá solicitar una devolución cuando lo haya recibido.',
      ],
    }),
    sellerMessage: 'Mensaje de la tienda:',
  },
  howToCancel: ({ orderNumber, channel }, situation, hasLink) => {
    const isUnknown = situation === 'unknown_order';
    const what = isUnknown ? `un pedido (${channel})` : `el pedido ${orderNumber} (${channel})`;
    const page = `Solicite la cancelación en la página de su pedido, allí donde lo hizo (${channel}).`;
    return {
      subject: isUnknown ? `Cómo cancelar un pedido (${channel})` : `Pedido ${orderNumber}: cómo cancelarlo`,
      opening: `Ha escrito que desea cancelar ${what}. Esta respuesta la ha escrito una máquina. La tienda tiene su mensaje, pero un mensaje por sí solo no cancela nada.`,
      next: {
        before_shipping: [
          hasLink
            ? 'El pedido aún no ha salido. Solicite su cancelación con el enlace de abajo: la tienda lo sabe al momento, decide, y usted recibe la respuesta por correo electrónico.'
            : `El pedido aún no ha salido. ${page} La tienda decidirá y usted recibirá la respuesta por correo electrónico.`,
        ],
        shipped: [
          'El pedido ya ha salido y no se puede cancelar. Si la ley le da derecho de desistimiento, puede ejercerlo con el enlace de abajo, incluso antes de que llegue el paquete. Si no, podrá solicitar una devolución cuando lo haya recibido.',
        ],
        closed: [
          `El pedido ya está cancelado: no tiene que hacer nada más. Si tiene alguna pregunta, contacte con la tienda donde se hizo el pedido (${channel}).`,
        ],
        unknown_order: [
          `No hemos podido saber de qué pedido se trata. ${page} Si el paquete ya ha salido, puede desistir del contrato con el enlace de abajo, si la ley le da ese derecho.`,
        ],
      }[situation],
    };
  },
  requestLabel: 'Solicitar la cancelación',
  withdrawLabel: 'Desistir del contrato',
  refund: {
    made: ({ orderNumber, channel }, amount) => ({
      subject: `Pedido ${orderNumber}: reembolso de ${amount}`,
      opening: `La tienda le ha reembolsado ${amount} por el pedido ${orderNumber} (${channel}).`,
      next: [],
    }),
    heading: 'Qué se reembolsa',
    partOf: (amount) => `${amount}, una parte del precio`,
    totalLabel: 'Total reembolsado',
    shippingLabel: 'De ello, envío',
    taxLabel: 'De ello, impuestos',
    fee: (amount, why) =>
      `Se han retenido ${amount} de gastos de gestión, ya descontados de estos importes.${
        why === null
          ? ''
          : {
              return_to_sender: ' Motivo: el paquete volvió sin haberse entregado.',
              buyer_fault:
                ' Motivo: lo prevén las condiciones de la tienda, porque la devolución no se debe ni a la tienda ni al transportista.',
            }[why]
      }`,
    receiptLabel: 'Ver el reembolso y su recibo',
  },
  comesBack:
    'El dinero vuelve por el medio con el que pagó: no tiene que hacer nada. Su banco puede necesitar algunos días hábiles hasta que lo vea.',
};
