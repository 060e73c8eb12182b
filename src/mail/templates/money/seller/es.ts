import type { SellerTexts } from './seller-texts.ts';

export const es: SellerTexts = {
  cancellation: {
    requested: ({ orderNumber, channel }, whole) => ({
      subject: `Pedido ${orderNumber}: solicitud de cancelación pendiente`,
      opening: whole
        ? `El comprador solicita cancelar el pedido ${orderNumber} (${channel}).`
        : `El comprador solicita cancelar artículos del pedido ${orderNumber} (${channel}).`,
      next: [
        'Le rogamos que decida antes de que salga nada: una vez confirmado el envío, ya no se puede cancelar nada de él. Si acepta, se reembolsa lo pagado.',
      ],
    }),
    heading: 'Artículos por cancelar',
    reason: 'Motivo del comprador:',
    actHere: 'Con el enlace de abajo puede aceptar la solicitud o rechazarla con un mensaje.',
    actLabel: 'Responder a la solicitud',
  },
  refund: {
    declined: ({ orderNumber, channel }, amount) => ({
      subject: `Pedido ${orderNumber}: reembolso de ${amount} rechazado`,
      opening: `El proveedor de pagos ha rechazado el reembolso de ${amount} del pedido ${orderNumber} (${channel}). El comprador no ha recibido el dinero.`,
      next: [
        'Consulte el motivo del rechazo. El importe puede reembolsarse de nuevo cuando la causa se haya resuelto; si persiste, acuerde otra forma con el comprador.',
      ],
    }),
    failed: ({ orderNumber, channel }, amount) => ({
      subject: `Pedido ${orderNumber}: reembolso de ${amount} fallido`,
      opening: `El proveedor de pagos ha revertido el reembolso de ${amount} del pedido ${orderNumber} (${channel}), que antes constaba como realizado. El comprador no tiene el dinero.`,
      next: [
        'El importe puede reembolsarse de nuevo. Pregunte antes la causa al proveedor y avise al comprador, a quien ya se le había anunciado el reembolso.',
      ],
    }),
    needsPerson: ({ orderNumber, channel }, amount, why) => ({
      subject: `Pedido ${orderNumber}: reembolso de ${amount} por verificar`,
      opening: {
        unresolved: `No se sabe si el reembolso de ${amount} del pedido ${orderNumber} (${channel}) se ha realizado: el proveedor de pagos no dio una respuesta clara y volver a preguntar no lo aclaró.`,
        contradicted: `Sobre el reembolso de ${amount} del pedido ${orderNumber} (${channel}), el proveedor de pagos contradice ahora lo que había dado por definitivo.`,
      }[why],
      next: [],
    }),
    codeLabel: 'Respuesta del proveedor',
    detailLabel: 'En sus palabras',
    refundLabel: 'Reembolso en Navette',
    paymentLabel: 'Pago en el proveedor',
    stepsHeading: 'Qué hacer',
    steps: (path) => [
      'Compruebe en las cuentas del proveedor si el dinero llegó al comprador.',
      `Comunique el resultado a Navette mediante su API: ${path}.`,
      'Hasta entonces no vuelva a reembolsar este importe: el comprador podría cobrar dos veces.',
    ],
    due: ({ orderNumber, channel }, notice, dueAt) => ({
      subject: `Pedido ${orderNumber}: ${notice === 'warning' ? 'reembolso a punto de vencer' : 'reembolso con retraso'}`,
      opening:
        notice === 'warning'
          ? `El comprador del pedido ${orderNumber} (${channel}) ha devuelto artículos y espera su dinero. Le rogamos que se lo reembolse a más tardar el ${dueAt}.`
          : `El comprador del pedido ${orderNumber} (${channel}) ha devuelto artículos y no ha recibido el reembolso: el plazo terminó el ${dueAt}. Le rogamos que se lo reembolse cuanto antes.`,
      next: [],
    }),
    rule: {
      receipt: 'Es el plazo que usted fijó para los reembolsos tras la llegada de una devolución.',
      withdrawal:
        'Es el plazo que fija la ley en caso de desistimiento (Directiva 2011/83/UE, artículo\u00a013). No se pueden retener gastos de gestión.',
    },
    actHere: 'El enlace de abajo muestra lo que se debe y permite reembolsarlo.',
    actLabel: 'Ver y reembolsar',
  },
  books: {
    differ: (provider, day) => ({
      subject: `${provider}: reembolsos por verificar, ${day}`,
      opening: `La comparación diaria del ${day} ha encontrado reembolsos en los que Navette y ${provider} no coinciden.`,
      next: [
        'Le rogamos que compruebe cada uno en el proveedor. Navette no cambia nada por su cuenta: no vuelva a reembolsar ninguno hasta que el asunto esté claro; un comprador podría cobrar dos veces.',
      ],
    }),
    heading: 'Diferencias',
    kind: {
      missing_there: 'Pagado según Navette, no consta en el proveedor',
      missing_here: 'Pagado en el proveedor, desconocido para Navette',
      amount_differs: 'Pagado con otro importe en el proveedor',
      state_differs: 'Pagado solo en un lado',
      booked_twice: 'Registrado más de una vez en el proveedor',
    },
    ours: (amount) => `Importe en Navette: ${amount}`,
    theirs: (amount) => `Importe en el proveedor: ${amount}`,
    refund: (refundId) => `Reembolso ${refundId}`,
    more: (count) => `y ${count} más`,
  },
  claim: {
    eligible: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Pedido ${orderNumber}: ${kind === 'lost' ? 'paquete perdido' : 'artículos dañados'}, ${amount} por reclamar`,
      opening:
        kind === 'lost'
          ? `Un paquete del pedido ${orderNumber} (${channel}) se considera perdido: no se entregó a tiempo ni en la semana siguiente. Puede solicitar una indemnización de ${amount}.`
          : `Artículos del pedido ${orderNumber} (${channel}) se dañaron durante el transporte. Puede solicitar una indemnización de ${amount}.`,
      next: [],
    }),
    submitted: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Pedido ${orderNumber}: indemnización de ${amount} solicitada`,
      opening:
        kind === 'lost'
          ? `Un paquete del pedido ${orderNumber} (${channel}) se considera perdido. Según sus ajustes, la indemnización de ${amount} se ha solicitado automáticamente.`
          : `Artículos del pedido ${orderNumber} (${channel}) se dañaron durante el transporte. Según sus ajustes, la indemnización de ${amount} se ha solicitado automáticamente.`,
      next: [
        'Navette ha registrado la solicitud, pero no escribe al transportista: envíele las pruebas, listas en PDF en la API de Navette, y registre allí la decisión cuando la conozca.',
      ],
    }),
    closing: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Pedido ${orderNumber}: pronto vence el plazo para reclamar ${amount}`,
      opening:
        kind === 'lost'
          ? `Todavía no ha solicitado la indemnización de ${amount} por el paquete perdido del pedido ${orderNumber} (${channel}).`
          : `Todavía no ha solicitado la indemnización de ${amount} por los artículos dañados del pedido ${orderNumber} (${channel}).`,
      next: [],
    }),
    expired: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Pedido ${orderNumber}: plazo vencido para reclamar ${amount}`,
      opening:
        kind === 'lost'
          ? `El plazo para solicitar la indemnización de ${amount} por el paquete perdido del pedido ${orderNumber} (${channel}) ha vencido.`
          : `El plazo para solicitar la indemnización de ${amount} por los artículos dañados del pedido ${orderNumber} (${channel}) ha vencido.`,
      next: [
        kind === 'lost'
          ? 'Ya no hay nada que hacer. Para que no vuelva a ocurrir, sus reglas de reembolso en Navette permiten solicitar automáticamente la indemnización por los paquetes perdidos.'
          : 'Ya no hay nada que hacer. La próxima vez, presente la solicitud con sus fotos en cuanto sepa del daño.',
      ],
    }),
    delivered: ({ orderNumber, channel }, amount, deliveredAt) => ({
      subject: `Pedido ${orderNumber}: entregado tras reclamar ${amount}`,
      opening: `El paquete del pedido ${orderNumber} (${channel}), por el que solicitó ${amount} como perdido, se ha entregado finalmente. Fecha y hora de la entrega: ${deliveredAt}.`,
      next: [
        'Avise al transportista antes de que lo descubra por su cuenta y devuelva lo que ya hubiera pagado. Si el comprador recibió un reembolso o un reemplazo, acuerde con él qué hacer con el paquete.',
      ],
    }),
    carrierLabel: 'Transportista',
    trackingLabel: 'Número de seguimiento',
    beforeLabel: 'Presentar antes del',
    needsPhotos: 'Antes de presentar la solicitud hacen falta fotos del daño.',
    actHere: 'El enlace de abajo muestra la solicitud y permite presentarla.',
    actHereWithPhotos: 'El enlace de abajo muestra la solicitud y permite añadir fotos y presentarla.',
    actLabel: 'Solicitar la indemnización',
  },
  actElsewhere: (channel) =>
    `Haga lo necesario desde su propio sistema, conectado a la API de Navette, o desde su cuenta de vendedor (${channel}).`,
};
