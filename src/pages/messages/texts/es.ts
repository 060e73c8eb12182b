import type { MessageTexts } from './message-texts.ts';

export const es: MessageTexts = {
  noOrder: 'Sin pedido',
  timeZone: (zone) => `Zona horaria: ${zone}`,
  conversation: {
    heading: 'La conversación',
    you: 'Usted',
    buyer: 'El comprador',
    shop: 'La tienda',
    automatic: 'respuesta automática',
    undelivered: 'no entregado: el servidor de correo del comprador lo rechazó',
    asked: 'El mensaje al que responde',
    earlier: (count) => (count === 1 ? 'Un mensaje anterior' : `${count} mensajes anteriores`),
    leftOut: (count) =>
      count === 1
        ? 'No se muestra un mensaje más antiguo.'
        : `No se muestran ${count} mensajes más antiguos.`,
  },
  reply: {
    title: 'Responder al comprador',
    inTime: 'Una respuesta llega a tiempo hasta el',
    late: (dueAt) =>
      `El plazo de respuesta terminó el ${dueAt}. El comprador sigue esperando: respóndale, aunque la respuesta cuente como tardía.`,
    answered: (at) => `Este mensaje recibió respuesta el ${at}.`,
    excluded: 'Ha indicado que este mensaje no necesita respuesta.',
    stillWrite: 'Todavía puede escribir al comprador.',
    unreachable: (channel) =>
      `No se conoce ninguna dirección de correo de este comprador, así que la respuesta no puede salir de aquí. Respóndale en los mensajes del canal ${channel}.`,
    legend: '¿Qué desea hacer?',
    send: 'Enviar una respuesta',
    body: 'Su respuesta',
    bodyHint: '4.000 caracteres como máximo. Sale por correo y no muestra su dirección.',
    leaveOut: 'No contar este mensaje en sus tiempos de respuesta (opcional)',
    none: 'No hace falta responder',
    noneHint: 'No se envía nada y el mensaje deja de contar en sus tiempos de respuesta.',
    button: 'Confirmar',
    unsent: 'Su texto, que no se ha enviado',
  },
  write: {
    title: 'Escribir a la tienda',
    lead: 'Su mensaje llega a la tienda, que le responderá por correo.',
    body: 'Su mensaje',
    bodyHint: '4.000 caracteres como máximo',
    choice: 'Sí, envío este mensaje a la tienda',
    button: 'Enviar el mensaje',
  },
  done: {
    reply: {
      title: 'Respuesta enviada',
      sentence: 'Su respuesta está registrada y de camino al comprador.',
    },
    'no-response-needed': {
      title: 'No hace falta responder',
      sentence: 'Queda anotado, y no se ha enviado nada al comprador.',
    },
    record: {
      title: 'Mensaje enviado',
      sentence: 'La tienda tiene su mensaje y le responderá por correo.',
    },
    unknown: { title: 'Este enlace ya se ha usado', sentence: 'Solo sirve una vez.' },
    notCounted: 'El mensaje del comprador no cuenta en sus tiempos de respuesta.',
    undelivered: (channel) =>
      `El servidor de correo del comprador rechazó esta respuesta, así que no ha llegado. Respóndale en los mensajes del canal ${channel}.`,
  },
  refusals: {
    unknownMessage: 'Este mensaje ya no existe.',
    other: 'Esta acción no es posible para este mensaje.',
  },
  tooLarge:
    'No se ha hecho nada. Un mensaje puede tener 4.000 caracteres como máximo: vuelva atrás y acorte el suyo.',
};
