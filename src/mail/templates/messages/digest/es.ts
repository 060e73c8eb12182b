import type { DigestTexts } from './digest-texts.ts';

export const es: DigestTexts = {
  subject: (day, channel) => `Resumen del ${day} (${channel})`,
  opening: (channel) => `Esto es lo que espera su respuesta o su atención en el canal ${channel}.`,
  messagesHeading: 'Mensajes pendientes de respuesta',
  returnsHeading: 'Solicitudes de devolución pendientes de respuesta',
  ordersHeading: 'Pedidos por revisar',
  order: (orderNumber) => `Pedido ${orderNumber}`,
  beforeOrder: 'Antes de un pedido',
  overdue: 'plazo vencido',
  answerBy: (moment) => `Responder a más tardar el ${moment}`,
  more: (count) => `y ${count} más`,
  messageLabel: (which) => `Responder al mensaje (${which})`,
  returnLabel: (which) => `Gestionar la solicitud de devolución (${which})`,
  withoutNumber: 'antes de un pedido',
  actElsewhere: (channel) =>
    `Responda desde su propio sistema, conectado a la API de Navette, o desde su cuenta de vendedor (${channel}).`,
  onceADay: 'Recibe este resumen una vez al día, porque el canal está configurado así.',
};
