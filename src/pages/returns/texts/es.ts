import type { LinkTexts } from './link-texts.ts';

export const es: LinkTexts = {
  language: 'Idioma',
  order: (number) => `Pedido ${number}`,
  localTimes: 'Las horas son las del lugar de entrega.',
  utcTimes: 'Horas UTC.',
  error: 'Error',
  errorSummary: 'Todavía no se ha guardado nada. Revise lo siguiente:',
  faults: {
    choice_missing: 'Marque la casilla para confirmar su elección.',
    choose_one: 'Elija una de las opciones.',
    required: 'Rellene este campo.',
    too_long: 'Este texto es demasiado largo.',
    unstorable: 'Este texto contiene caracteres que no se pueden guardar.',
    rma_form: 'Un número RMA tiene de 1 a 20 caracteres: letras sin tilde, cifras, - y _.',
    rma_taken: 'Otra devolución ya tiene este número RMA.',
    country_unknown: 'Elija un país de la lista.',
    postal_code_invalid: 'Este código postal no existe en el país elegido.',
    region_unknown: 'Esta región no existe en el país elegido.',
    no_return_address: 'Indique una dirección de devolución.',
    unknown_return_address: 'Esta dirección ya no está guardada. Elija otra.',
    label_missing: 'Elija el archivo de su etiqueta.',
    label_type: 'Este archivo no es un PDF o PNG utilizable.',
    label_too_large: 'Este archivo supera los 2\u00a0MB.',
    reason_not_allowed: 'Este motivo no es posible para esta devolución.',
    quantity_invalid: 'Indique un número entre 0 y la cantidad declarada.',
    nothing_chosen: 'Indique al menos un artículo.',
    units_taken: 'Otras devoluciones autorizadas incluyen estos artículos: no quedan suficientes.',
    email_invalid: 'Indique una dirección de correo completa, por ejemplo nombre@ejemplo.es.',
    refused: 'Esta acción no es posible para esta devolución.',
  },
  optional: 'opcional',
  choose: 'Elija un motivo',
  problems: {
    notFound: {
      title: 'Esta página no existe',
      sentence: 'Puede que el enlace esté incompleto. Ábralo de nuevo desde el correo que ha recibido.',
    },
    expired: {
      title: 'Este enlace ha caducado',
      sentence:
        'Por seguridad, los enlaces de nuestros correos solo funcionan unos días. No se ha cambiado nada. Responda a la solicitud desde su herramienta habitual o contacte con la tienda.',
    },
    tooMany: {
      title: 'Un momento, por favor',
      sentence: 'Esta página se ha pedido muchísimas veces. Inténtelo de nuevo dentro de un minuto.',
    },
    crossSite: {
      title: 'No se ha hecho nada',
      sentence: 'El formulario se envió desde otro sitio web. Abra el enlace del correo y use esta página.',
    },
    wrongType: {
      title: 'No se ha hecho nada',
      sentence: 'El formulario no llegó en una forma conocida. Abra de nuevo el enlace del correo.',
    },
    malformed: {
      title: 'No se ha hecho nada',
      sentence: 'El formulario llegó dañado. Abra de nuevo el enlace del correo e inténtelo otra vez.',
    },
    tooLarge: {
      title: 'Envío demasiado grande',
      sentence:
        'No se ha hecho nada. Una etiqueta puede tener 2\u00a0MB como máximo: vuelva atrás y elija un archivo más pequeño.',
    },
  },
  request: {
    heading: 'La solicitud de devolución',
    by: 'Solicitada por',
    on: 'Fecha de la solicitud',
    reason: 'Motivo',
    comment: 'Comentario',
    withdrawal: 'Desistimiento (no exige motivo)',
    worthKnowing: 'Conviene saber',
    warnings: {
      duplicate_request: 'Hay otra solicitud abierta para los mismos artículos.',
      outside_return_window: 'La solicitud llegó después de terminar su plazo de devolución.',
      not_returnable: 'Uno de los artículos figura como no retornable.',
      no_return_address: 'No hay ninguna dirección de devolución guardada para este canal.',
      withdrawal_late: 'El desistimiento se declaró después de los 14 días legales.',
      withdrawal_unconfirmed: 'El comprador aún no ha confirmado el desistimiento.',
      cancelled_before_shipping:
        'Los artículos que no habían salido se han cancelado y no tienen que volver.',
    },
    keepItem: (cost, value) =>
      `La devolución costaría ${cost} por una mercancía de ${value}. Quizá convenga reembolsar todo y dejar el artículo al comprador: cierre entonces la solicitud con ese motivo.`,
    offerCredit: (cost, value) =>
      `El comprador pagaría unos ${cost} de envío por una mercancía de ${value}. Asegúrese de que lo sabe y, si puede, ofrézcale un crédito.`,
  },
  authorize: {
    title: 'Autorizar la solicitud de devolución',
    lead: 'El comprador recibirá por correo el número RMA, la dirección de devolución y la etiqueta. El reembolso se decide aparte.',
    rma: 'Número RMA',
    rmaGenerated: 'Número generado por Navette',
    rmaOwn: 'Mi propio número',
    rmaField: 'Su número RMA',
    rmaHint: 'De 1 a 20 caracteres: A–Z, 0–9, - y _',
    address: 'Dirección de devolución',
    addressNew: 'Una dirección nueva',
    fields: {
      name: 'Nombre o empresa',
      line1: 'Dirección',
      line2: 'Segunda línea de la dirección',
      postalCode: 'Código postal',
      city: 'Ciudad',
      region: 'Provincia, región o estado',
      country: 'País',
      phone: 'Teléfono',
    },
    label: 'Etiqueta de devolución',
    labelGenerated: 'Etiqueta generada por Navette',
    labelGeneratedHint: 'Sin franqueo pagado, con la dirección de devolución y el número RMA.',
    labelUploaded: 'Mi propia etiqueta',
    labelFile: 'Archivo de la etiqueta',
    labelHint: 'PDF o PNG, 2\u00a0MB como máximo',
    choice: 'Sí, autorizo esta devolución',
    button: 'Autorizar la devolución',
  },
  close: {
    title: 'Cerrar la solicitud de devolución',
    lead: 'El motivo y su mensaje se envían al comprador. Después aún podrá reembolsarle y escribirle.',
    withdrawalLead:
      'El comprador ha desistido del contrato. Solo puede cerrar esta devolución si el desistimiento llegó tarde o si la ley excluye el artículo.',
    reason: 'Motivo del cierre',
    message: 'Mensaje para el comprador',
    messageHint: '1.000 caracteres como máximo',
    button: 'Cerrar la solicitud',
  },
  reply: {
    title: 'Responder al comprador',
    lead: 'Su mensaje sale por correo y cuenta como respuesta a la solicitud. La solicitud sigue abierta.',
    message: 'Su mensaje',
    messageHint: '4.000 caracteres como máximo',
    choice: 'Sí, envío este mensaje al comprador',
    button: 'Enviar el mensaje',
  },
  cancel: {
    title: 'Cancelar la devolución',
    lead: 'Usted se queda con los artículos y la tienda recibe aviso. Más adelante podrá hacer una nueva solicitud.',
    choice: 'Sí, cancelo mi solicitud de devolución',
    button: 'Cancelar la devolución',
  },
  confirm: {
    title: 'Confirmar el desistimiento',
    lead: 'Ha declarado que desiste del contrato. El desistimiento surte efecto cuando lo confirma aquí.',
    points: [
      'No tiene que dar ningún motivo.',
      'Recibirá por correo un acuse de recibo con fecha y hora.',
      'Devuelva en 14 días lo que ha recibido; lo que aún no ha salido se cancela.',
      'Se le reembolsa en 14 días, no antes de que los artículos hayan llegado o se haya probado su envío.',
    ],
    quantities: 'Artículos',
    quantitiesHint: 'Ponga 0 en lo que se queda.',
    quantityOf: (title, most) => `${title} (${most} como máximo)`,
    choice: 'Sí, desisto del contrato para estos artículos',
    button: 'Confirmar desistimiento',
  },
  label: {
    title: 'Imprimir la etiqueta de devolución',
    lead: 'Así la tienda reconoce su paquete en cuanto llega:',
    stepsGenerated: [
      'Imprima la página y córtela por la línea.',
      'Meta la parte de arriba, la autorización de devolución, dentro del paquete.',
      'Pegue la parte de abajo, la etiqueta, por fuera.',
      'Entregue el paquete a un transportista. La etiqueta no lleva el franqueo pagado: guarde el justificante de envío.',
    ],
    stepsUploaded: [
      'Imprima los dos documentos.',
      'Meta la autorización de devolución dentro del paquete.',
      'Pegue la etiqueta de la tienda por fuera.',
      'Entregue el paquete al transportista indicado y guarde el justificante de envío.',
    ],
    download: 'Descargar la etiqueta (PDF)',
    downloadSlip: 'Descargar la autorización de devolución (PDF)',
    downloadUploaded: 'Descargar la etiqueta de la tienda',
  },
  offers: {
    heading: 'Lo que puede hacer',
    authorize_return: 'Autorizar la solicitud',
    close_return: 'Cerrar la solicitud',
    reply_to_return: 'Responder al comprador',
    cancel_return: 'Cancelar la devolución',
    confirm_withdrawal: 'Confirmar el desistimiento',
    print_return_label: 'Imprimir la etiqueta de devolución',
  },
  done: {
    authorize_return: {
      title: 'Devolución autorizada',
      sentence: 'El comprador recibe por correo todo lo necesario para devolver los artículos.',
    },
    close_return: {
      title: 'Solicitud cerrada',
      sentence: 'El comprador recibe por correo el motivo y su mensaje.',
    },
    reply_to_return: {
      title: 'Mensaje enviado',
      sentence: 'Su respuesta está registrada y de camino al comprador.',
    },
    cancel_return: {
      title: 'Devolución cancelada',
      sentence: 'La tienda ha recibido aviso. Usted se queda con los artículos.',
    },
    confirm_withdrawal: {
      title: 'Desistimiento confirmado',
      sentence: 'Le enviamos por correo un acuse de recibo con fecha y hora: consérvelo.',
    },
  },
  used: 'Este enlace ya se ha usado y solo sirve una vez. Lo que acaba de enviar no ha cambiado nada.',
  pending: {
    title: 'Ha quedado registrado',
    sentence: 'Su respuesta se está tramitando. Suele tardar unos segundos: no hace falta enviarla otra vez.',
  },
  reload: 'Ver cómo va',
  failed: {
    title: 'Todavía no se ha podido terminar',
    sentence:
      'Su respuesta está registrada, pero un fallo técnico impidió tramitarla. El operador puede volver a intentarlo.',
  },
  over: {
    seller: {
      authorized: { title: 'Esta devolución ya está autorizada', sentence: 'No queda nada por autorizar.' },
      received: {
        title: 'Los artículos ya han llegado',
        sentence: 'Esta devolución ya no se puede autorizar ni cerrar.',
      },
      completed: { title: 'Esta devolución ha terminado', sentence: 'No queda nada por decidir.' },
      closed_by_buyer: {
        title: 'El comprador ha cancelado esta devolución',
        sentence: 'No queda nada por decidir.',
      },
      closed_by_seller: { title: 'Esta solicitud ya está cerrada', sentence: 'No queda nada por decidir.' },
      closed_by_system: {
        title: 'Esta solicitud se cerró automáticamente',
        sentence: 'No queda nada por decidir.',
      },
      unconfirmed: {
        title: 'Desistimiento sin confirmar',
        sentence:
          'Primero el comprador tiene que confirmar el desistimiento. Después queda autorizado por sí solo, como exige la ley.',
      },
    },
    buyer: {
      authorized: {
        title: 'La tienda ya ha autorizado esta devolución',
        sentence:
          'Ya no se puede cancelar aquí. Si prefiere quedarse con los artículos, no envíe nada y avise a la tienda.',
      },
      received: { title: 'La tienda ha recibido sus artículos', sentence: 'No tiene que hacer nada más.' },
      completed: { title: 'Esta devolución ha terminado', sentence: 'No tiene que hacer nada más.' },
      closed_by_buyer: {
        title: 'Usted ha cancelado esta devolución',
        sentence: 'No envíe nada. Si al final quiere devolver los artículos, haga una nueva solicitud.',
      },
      closed_by_seller: {
        title: 'La tienda ha cerrado esta solicitud',
        sentence: 'No envíe nada. Si tiene preguntas, contacte con la tienda.',
      },
      closed_by_system: {
        title: 'Esta solicitud se ha cerrado',
        sentence: 'No envíe nada. Si tiene preguntas, contacte con la tienda.',
      },
      confirmed: {
        title: 'Este desistimiento ya está confirmado',
        sentence: 'No hace falta confirmarlo otra vez.',
      },
      not_authorized: {
        title: 'Aún no hay etiqueta',
        sentence: 'La tienda está revisando su solicitud. La etiqueta aparecerá aquí en cuanto la autorice.',
      },
      no_address: {
        title: 'Aún no hay etiqueta',
        sentence: 'La tienda todavía tiene que indicar la dirección de devolución. Vuelva un poco más tarde.',
      },
    },
  },
  facts: {
    when: 'Fecha',
    rma: 'Número RMA',
    returnAddress: 'Dirección de devolución',
    reason: 'Motivo',
    message: 'Mensaje',
    refundBy: 'Reembolso como muy tarde',
    toSendBack: 'Hay que devolver',
    cancelled: 'Cancelado, no se enviará',
  },
};
