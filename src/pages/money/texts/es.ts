import type { MoneyTexts } from './money-texts.ts';

export const es: MoneyTexts = {
  wholeOrder: 'Todo el pedido',
  decide: {
    title: 'Responder a la solicitud de cancelación',
    lead: 'El comprador quiere cancelar antes de que salga el paquete.',
    request: 'La solicitud',
    requestedAt: 'Hecha el',
    toCancel: 'Para cancelar',
    noReason: 'no indicado',
    partLeft:
      'Ya no se puede cancelar todo: una parte ha salido o ya está cancelada. Todavía se puede cancelar:',
    nothingLeft:
      'Ya no se puede cancelar nada: ha salido o ya está cancelado. Todavía puede rechazar la solicitud, para que el comprador lo sepa.',
    legend: '¿Qué desea hacer?',
    accept: 'Aceptar y cancelar',
    acceptHint: 'Asegúrese de que ya no salga nada. Lo que se pagó se reembolsa automáticamente.',
    refuse: 'Rechazar la solicitud',
    refuseHint: 'El pedido sigue su curso y se avisa al comprador por correo.',
    button: 'Confirmar',
  },
  ask: {
    title: 'Solicitar la cancelación',
    lead: 'La tienda decide y usted recibe la respuesta por correo. Hasta entonces no se cancela nada. Si el paquete sale antes, ya no se podrá cancelar.',
    notLeft: 'Lo que aún no ha salido',
    partLeft: 'Una parte del pedido ya ha salido y no se puede cancelar.',
    legend: '¿Qué desea cancelar?',
    rest: 'Todo lo que aún no ha salido',
    some: 'Solo algunos artículos',
    reason: 'Motivo',
    reasonHint: '500 caracteres como máximo. Lo leerá la tienda.',
    button: 'Enviar la solicitud',
  },
  claim: {
    titles: {
      lost: 'Indemnización por un paquete perdido',
      damaged: 'Indemnización por artículos dañados',
    },
    leads: {
      lost: 'El paquete no se entregó a tiempo ni en la semana siguiente. Puede solicitar una indemnización.',
      damaged:
        'Se dañaron artículos durante el transporte. Puede solicitar una indemnización, con fotos del daño.',
    },
    heading: 'La solicitud',
    carrier: 'Transportista',
    trackingNumber: 'Número de seguimiento',
    items: 'Artículos',
    amount: 'Importe',
    closesAt: 'Presentar antes del',
    photosFirst: 'Añada primero una foto del daño. Después podrá presentar aquí la solicitud.',
    choice: 'Sí, los datos son correctos y presento esta solicitud',
    button: 'Presentar la solicitud',
  },
  photos: {
    heading: 'Fotos del daño',
    none: 'Todavía no hay ninguna.',
    photo: (number) => `Foto n.º\u00a0${number}`,
    field: 'Añadir fotos',
    hint: 'JPEG, PNG o WebP; 10\u00a0MB como máximo cada una y 10 en total. Se elimina el lugar donde se tomaron.',
    button: 'Añadir',
    full: 'Hay 10 fotos: no se pueden añadir más.',
    notAdded: 'No se ha podido añadir:',
    faults: {
      missing: 'Elija al menos una foto.',
      wrong_type: 'No es una foto JPEG, PNG o WebP.',
      too_large: 'Supera los 10\u00a0MB o los 50 megapíxeles.',
      unreadable: 'Está dañada o incompleta: no se puede leer.',
      full: 'Una solicitud tiene 10 fotos como máximo.',
      closed: 'La solicitud ya no admite fotos.',
    },
    tooLarge: 'Las fotos son demasiado grandes en conjunto. Vuelva atrás y envíe menos a la vez.',
  },
  refund: {
    title: 'Reembolsar la devolución',
    lead: 'El dinero vuelve por el medio con el que se pagó y se avisa al comprador por correo.',
    back: 'Lo que ha vuelto',
    kept: 'Lo que se queda el comprador',
    owed: 'Lo que reembolsa',
    total: 'Total por reembolsar',
    dueAt: 'A tiempo hasta el',
    overdueSince: 'El comprador sigue esperando: el plazo de este reembolso terminó el',
    external: (channel) =>
      `Este pedido se pagó a través de ${channel}: allí se reembolsa el dinero, y su propio sistema comunica el resultado.`,
    earlier: 'Reembolsos de esta devolución hasta ahora',
    choice: (amount) => `Sí, reembolso ${amount} al comprador`,
    button: 'Reembolsar',
  },
  shown: {
    title: (amount) => `Reembolso de ${amount}`,
    sentences: {
      requested: 'La tienda ha ordenado este reembolso. Va a pasar al proveedor de pagos.',
      processing: 'El proveedor de pagos tiene este reembolso y lo está realizando.',
      succeeded:
        'El dinero vuelve por el medio con el que pagó. Su banco puede necesitar algunos días hábiles hasta que lo vea.',
      declined:
        'El proveedor de pagos no realizó este reembolso: usted no ha recibido el dinero. La tienda está avisada; si tiene preguntas, contacte con ella.',
      unknown:
        'El proveedor de pagos aún no ha dicho cómo terminó este reembolso. Se está comprobando y usted no tiene que hacer nada.',
      failed:
        'El proveedor de pagos ha revertido este reembolso: usted no tiene el dinero. La tienda está avisada; si tiene preguntas, contacte con ella.',
    },
    heading: 'Qué se reembolsa',
    receipt: 'Descargar el justificante (PDF)',
  },
  done: {
    cancel: {
      title: 'Solicitud aceptada',
      sentence: 'Queda cancelado y se avisa al comprador por correo.',
    },
    'refuse-request': {
      title: 'Solicitud rechazada',
      sentence: 'El pedido sigue su curso y se avisa al comprador por correo.',
    },
    request: {
      title: 'Solicitud enviada',
      sentence: 'La tienda está avisada y decide. Recibirá la respuesta por correo.',
    },
    submit: {
      title: 'Solicitud presentada',
      sentence:
        'Las pruebas para el transportista están listas en PDF en la API de Navette. Registre allí la decisión cuando la conozca.',
    },
    'settle-return': {
      title: 'Reembolso ordenado',
      sentence: 'Se avisa al comprador por correo en cuanto el dinero está en camino.',
    },
  },
  over: {
    accepted: { title: 'Esta solicitud ya está aceptada', sentence: 'No queda nada por decidir.' },
    refused: { title: 'Esta solicitud ya está rechazada', sentence: 'No queda nada por decidir.' },
    lapsed: {
      title: 'Esta solicitud ha quedado sin efecto',
      sentence: 'Lo que pedía ha salido o se canceló de otro modo. No queda nada por decidir.',
    },
    pending: {
      title: 'El pago aún no está confirmado',
      sentence: 'Solo después se puede cancelar el pedido. Vuelva un poco más tarde.',
    },
    calledOff: { title: 'Este pedido ya está cancelado', sentence: 'No tiene que hacer nada más.' },
    shipped: {
      title: 'Este pedido ya ha salido',
      sentence:
        'Ya no se puede cancelar. Si la ley le da derecho de desistimiento, puede ejercerlo aquí, incluso antes de que llegue el paquete. Si no, podrá solicitar una devolución cuando lo haya recibido.',
    },
    requestOpen: {
      title: 'La tienda tiene su solicitud',
      sentence: 'Todavía no ha respondido: no hace falta hacerla otra vez.',
    },
    claimSubmitted: {
      title: 'Esta solicitud ya está presentada',
      sentence: 'Registre la decisión mediante la API de Navette cuando la conozca.',
    },
    claimDecided: {
      title: 'Esta solicitud ya está resuelta',
      sentence: 'No queda nada por presentar.',
    },
    claimExpired: {
      title: 'El plazo de esta solicitud ha vencido',
      sentence: 'Ya no se puede presentar.',
    },
    claimWithdrawn: {
      title: 'Esta solicitud se ha retirado',
      sentence: 'El paquete ha aparecido: no hay ninguna pérdida que indemnizar.',
    },
    parcelDelivered: {
      title: 'El paquete se ha entregado',
      sentence: 'Ya no se puede declarar perdido.',
    },
    parcelReturning: {
      title: 'El paquete está volviendo',
      sentence: 'Va de camino al remitente o ya está allí: no se puede declarar perdido.',
    },
    refunded: { title: 'Esta devolución ya está reembolsada', sentence: 'No se debe nada más por ella.' },
    refundUnderWay: {
      title: 'El reembolso ya está en curso',
      sentence: 'No se debe nada más por esta devolución.',
    },
    notBack: {
      title: 'Todavía no ha vuelto nada',
      sentence: 'Podrá reembolsar aquí cuando esté registrada la recepción de los artículos.',
    },
    nothingOwed: {
      title: 'No se debe nada por esta devolución',
      sentence: 'No queda nada por reembolsar.',
    },
  },
  requestStates: {
    requested: 'aún sin respuesta',
    accepted: 'aceptada',
    refused: 'rechazada',
    lapsed: 'sin efecto',
  },
  claimStates: {
    eligible: 'se puede presentar',
    opened: 'se puede presentar',
    submitted: 'presentada',
    approved: 'aprobada',
    reimbursed: 'pagada',
    denied: 'denegada',
    expired: 'no presentada a tiempo',
    withdrawn: 'retirada',
  },
  facts: {
    submittedAt: 'Presentada el',
    decidedAt: 'Resuelta el',
    approved: 'Concedido',
    reimbursed: 'Pagado',
    refund: 'Reembolso',
    noRefund: 'nada que reembolsar',
  },
  refusals: {
    amountChanged: 'El importe ha cambiado entretanto. Mírelo otra vez antes de confirmar.',
    itemsGone: 'Ya no se pueden cancelar todos estos artículos.',
    photosMissing: 'Hace falta al menos una foto del daño.',
    paymentUnknown: 'El pedido no indica su pago en el proveedor: no se puede reembolsar desde aquí.',
    other: 'Ya no es posible.',
  },
  tooLarge: 'No se ha hecho nada. Vuelva atrás y acorte su texto.',
};
