import { closureReasonWords } from '../../../../domain/returns/words.ts';
import type { SellerTexts } from './seller-texts.ts';

export const es: SellerTexts = {
  requested: ({ orderNumber, channel }, requestedBy) => ({
    subject: `Pedido ${orderNumber}: solicitud de devolución pendiente de respuesta`,
    opening: {
      buyer: `El comprador solicita devolver artículos del pedido ${orderNumber} (${channel}).`,
      gift_recipient: `Quien recibió como regalo artículos del pedido ${orderNumber} (${channel}) solicita devolverlos.`,
      seller: `Su solicitud de devolución del pedido ${orderNumber} (${channel}) aún debe autorizarse.`,
    }[requestedBy],
    next: requestedBy === 'gift_recipient' ? ['Usted decide si se hace un reembolso.'] : [],
  }),
  answerBefore: (moment) =>
    `Le rogamos que responda antes del ${moment}. Un simple mensaje también cuenta como respuesta.`,
  warningsHeading: 'Conviene saber',
  warning: (code, others) =>
    ({
      duplicate_request:
        others > 1
          ? `Hay otras ${others} solicitudes abiertas para los mismos artículos.`
          : 'Hay otra solicitud abierta para los mismos artículos.',
      outside_return_window: 'La solicitud llegó después de terminar su plazo de devolución.',
      not_returnable: 'Uno de los artículos figura como no retornable.',
      no_return_address: 'No hay ninguna dirección de devolución guardada para este canal.',
      withdrawal_late: 'El desistimiento se declaró después de los 14 días legales.',
      withdrawal_unconfirmed: 'El comprador aún no ha confirmado el desistimiento.',
      cancelled_before_shipping: 'Los artículos que aún no habían salido se han cancelado.',
    })[code],
  advice: (code, cost, value) =>
    code === 'keep_item'
      ? `La devolución le costaría unos ${cost}, por artículos que costaron ${value}. Quizá convenga reembolsar todo sin pedir los artículos: cierre entonces la solicitud con el motivo «${closureReasonWords.es.refund_without_return}».`
      : `El comprador pagaría unos ${cost} de envío, por artículos que costaron ${value}. Asegúrese de que lo sabe y, si puede, ofrézcale un crédito.`,
  actHere: 'Puede autorizar la solicitud, cerrarla o responder con un mensaje.',
  actElsewhere: (channel) =>
    `Gestione la solicitud desde su propio sistema, conectado a la API de Navette, o desde su cuenta de vendedor (${channel}).`,
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: devolución cancelada por el comprador`,
    opening: `El comprador ha cancelado su solicitud de devolución del pedido ${orderNumber} (${channel}).`,
    next: [
      'No tiene que hacer nada: el comprador se queda con los artículos. Más adelante podrá hacer una nueva solicitud.',
    ],
  }),
  withdrawn: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: desistimiento del comprador`,
    opening: `El comprador ha ejercido su derecho de desistimiento sobre el pedido ${orderNumber} (${channel}). No tiene que dar ningún motivo.`,
    next: [],
  }),
  needsAddress:
    'No hay ninguna dirección de devolución guardada. Le rogamos que indique una para esta devolución mediante la API de Navette: el comprador espera los documentos para devolver los artículos.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Un artículo aún no había salido: se ha cancelado; le rogamos que no lo envíe.'
      : `${units} artículos aún no habían salido: se han cancelado; le rogamos que no los envíe.`,
  refundBy: (day) =>
    `Reembolse al comprador a más tardar el ${day}, sin cobrar gastos de gestión. Por los artículos ya enviados puede esperar a que lleguen o a una prueba de su envío. Si el desistimiento es de todo el pedido, se reembolsa también la entrega estándar.`,
  mayCloseLate:
    'El desistimiento se declaró después de los 14 días legales: puede aceptarlo o cerrar la devolución por ese motivo.',
  mayCloseExempt:
    'La devolución queda autorizada por ley. Solo puede cerrarla si la ley excluye los artículos del derecho de desistimiento.',
  escalated: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: reclamación de garantía del comprador`,
    opening: `El comprador ha llevado su devolución del pedido ${orderNumber} (${channel}) a la garantía del marketplace.`,
    next: [
      'Responda a la reclamación desde su cuenta de vendedor, con lo que sepa de esta devolución. El plazo de respuesta a la solicitud ya no corre.',
    ],
  }),
  warned: ({ orderNumber, channel }, answerBy) => ({
    subject: `Pedido ${orderNumber}: solicitud de devolución sin respuesta`,
    opening: `La solicitud de devolución del pedido ${orderNumber} (${channel}) sigue a la espera de su respuesta, que debe dar antes del ${answerBy}.`,
    next: [],
  }),
  breached: ({ orderNumber, channel }, answerBy) => ({
    subject: `Pedido ${orderNumber}: plazo de respuesta vencido`,
    opening: `La solicitud de devolución del pedido ${orderNumber} (${channel}) ha quedado sin respuesta: el plazo terminó el ${answerBy}. Le rogamos que responda cuanto antes.`,
    next: [],
  }),
  mismatch: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: lo recibido no coincide con la devolución`,
    opening: `Lo que ha llegado del pedido ${orderNumber} (${channel}) no coincide con la devolución autorizada.`,
    next: [
      'Decida sobre cada artículo mediante la API de Navette: aceptarlo, devolverlo al comprador o dejarlo pendiente.',
    ],
  }),
  mismatchHeading: 'Recibido sin autorización',
  authorizeLabel: 'Autorizar la solicitud',
  closeLabel: 'Cerrar la solicitud',
  replyLabel: 'Responder con un mensaje',
};
