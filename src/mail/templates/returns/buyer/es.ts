import type { BuyerTexts } from './buyer-texts.ts';

export const es: BuyerTexts = {
  requested: ({ orderNumber, channel }, answerBy) => ({
    subject: `Pedido ${orderNumber}: solicitud de devolución recibida`,
    opening: `Su solicitud de devolución del pedido ${orderNumber} (${channel}) ha llegado y se ha avisado a la tienda.`,
    next: [
      `${answerBy === null ? 'La tienda le responderá por correo electrónico.' : `La tienda debería responderle antes del ${answerBy}.`} Le rogamos que no envíe nada hasta que la devolución esté autorizada.`,
    ],
  }),
  creditSuggested: (cost, value) =>
    `Tenga en cuenta que la devolución le costaría unos ${cost}, por artículos que costaron ${value}. Se ha sugerido a la tienda que le ofrezca un crédito: espere su respuesta antes de decidir.`,
  cancellable: 'Si cambia de idea, puede cancelar la devolución mientras no esté autorizada.',
  authorized: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: devolución autorizada`,
    opening: `Su devolución del pedido ${orderNumber} (${channel}) está autorizada.`,
    next: [],
  }),
  closed: ({ orderNumber, channel }, reason) => ({
    subject: `Pedido ${orderNumber}: solicitud de devolución cerrada`,
    opening: `La solicitud de devolución del pedido ${orderNumber} (${channel}) se ha cerrado. Motivo: ${reason}.`,
    next: [
      'Le rogamos que no envíe nada. Si el paquete ya ha salido, o si tiene alguna pregunta, póngase en contacto con la tienda allí donde se hizo el pedido.',
    ],
  }),
  sellerMessage: 'Mensaje de la tienda:',
  reply: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: mensaje sobre su devolución`,
    opening: `La tienda le escribe acerca de su devolución del pedido ${orderNumber} (${channel}):`,
    next: [
      'Para responder, póngase en contacto con la tienda allí donde se hizo el pedido: una respuesta a este correo no le llegaría.',
    ],
  }),
  replyLeavesOpen:
    'Su solicitud sigue abierta. Si este mensaje resuelve la cuestión, puede cancelar la devolución.',
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: devolución cancelada`,
    opening: `Ha cancelado su devolución del pedido ${orderNumber} (${channel}) y se ha avisado a la tienda.`,
    next: [
      'Se queda con los artículos y no tiene que enviar nada. Si cambia de idea, haga una nueva solicitud antes de que termine el plazo de devolución.',
    ],
  }),
  received: ({ orderNumber, channel }, units, complete) => ({
    subject: `Pedido ${orderNumber}: ${complete ? 'devolución recibida' : 'devolución recibida en parte'}`,
    opening:
      units === 1
        ? `Un artículo de su devolución del pedido ${orderNumber} (${channel}) ha llegado a la tienda.`
        : `${units} artículos de su devolución del pedido ${orderNumber} (${channel}) han llegado a la tienda.`,
    next: [
      complete
        ? 'Su devolución está completa. La tienda revisará los artículos y se ocupará de lo que sigue: no tiene que hacer nada más.'
        : 'Aún se esperan otros artículos. Si ya han salido, no tiene que hacer nada; si no, le rogamos que los envíe.',
    ],
  }),
  withdrawalStated: ({ orderNumber, channel }, statedAt) => ({
    subject: `Pedido ${orderNumber}: confirme su desistimiento`,
    opening: `Ha declarado que desiste del contrato del pedido ${orderNumber} (${channel}). Fecha y hora de la declaración: ${statedAt}.`,
    next: [
      'Queda un paso: el desistimiento surte efecto cuando usted lo confirma. No tiene que dar ningún motivo.',
      'Si ya no desea desistir, o si esta declaración no es suya, no la confirme: no se hará nada.',
    ],
  }),
  withdrawalAcknowledged: ({ orderNumber, channel }) => ({
    subject: `Pedido ${orderNumber}: acuse de recibo de su desistimiento`,
    opening: `Su desistimiento del contrato del pedido ${orderNumber} (${channel}) se ha recibido. Conserve este correo como justificante.`,
    next: [],
  }),
  statement: {
    statementLabel: 'Su declaración',
    statement: ({ orderNumber, channel }) =>
      `Desistimiento del contrato de los artículos indicados abajo, pedido ${orderNumber} (${channel})`,
    nameLabel: 'Nombre',
    statedLabel: 'Fecha y hora de la declaración',
    confirmedLabel: 'Fecha y hora de confirmación y envío',
    itemsHeading: 'Artículos afectados',
  },
  withdrawalLate:
    'Su declaración llegó después del plazo de 14 días: la tienda puede rechazarla y, en ese caso, se le avisará por correo electrónico. Si no lo hace, estos son los pasos siguientes.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Un artículo aún no había salido: se ha cancelado y no hay que devolverlo.'
      : `${units} artículos aún no habían salido: se han cancelado y no hay que devolverlos.`,
  nothingToReturn: 'No tiene que devolver nada.',
  returnInTime: 'Devuelva los artículos recibidos en los 14 días siguientes a su declaración.',
  refundBy: (day, mayWait) =>
    `Se le reembolsará a más tardar el ${day}.${mayWait ? ' No obstante, la tienda puede esperar a recibir los artículos o una prueba de su envío.' : ''}`,
  documents: {
    rmaLabel: 'Número de autorización de devolución (RMA)',
    follow:
      'La tienda aún debe indicar la dirección de devolución. Por ahora no envíe nada: recibirá por correo electrónico la autorización de devolución y la etiqueta.',
    heading: 'Cómo devolver los artículos',
    print: {
      attached:
        'Imprima la hoja adjunta y córtela por la línea: arriba está la autorización de devolución y abajo la etiqueta.',
      seller_own_attached:
        'Imprima los dos documentos adjuntos: la autorización de devolución y la etiqueta de la tienda.',
      none: 'Imprima la autorización de devolución y la etiqueta con el enlace de abajo.',
    },
    slip: 'Meta la autorización de devolución dentro del paquete.',
    label: 'Pegue la etiqueta por fuera del paquete.',
    postage: {
      attached: 'Pague el franqueo: la etiqueta no lo lleva pagado.',
      seller_own_attached: 'Mire en la etiqueta si el franqueo ya está pagado; si no lo está, páguelo usted.',
      none: 'Pague el franqueo: la etiqueta no lo lleva pagado.',
    },
    postageRefunded: 'La tienda le reembolsa este franqueo.',
    replacesSubject: 'nuevos documentos',
    replaces:
      'Estos documentos sustituyen a los que ya recibió: utilice solo estos, porque la dirección o la etiqueta han cambiado.',
    proof: 'Guarde el justificante de envío hasta que termine la devolución.',
  },
  cancelLabel: 'Cancelar la devolución',
  printLabel: 'Imprimir la etiqueta de devolución',
  confirmLabel: 'Confirmar el desistimiento',
};
