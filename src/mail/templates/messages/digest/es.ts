import type { DigestTexts } from './digest-texts.ts';

export const es: DigestTexts = {
  subject: (day, channel) => `Resumen del ${day} (${channel})`,
  opening: (channel) => `Esto es lo que espera su respuesta o su atención en el canal ${channel}.`,
  messagesHeading: 'Mensajes pendientes de respuesta',
  returnsHeading: 'Solicitudes de devolución pendientes de respuesta',
  refundsHeading: 'Reembolsos por verificar',
  claimsHeading: 'Indemnizaciones por solicitar o seguir',
  ordersHeading: 'Pedidos por revisar',
  order: (orderNumber) => `Pedido ${orderNumber}`,
  beforeOrder: 'Antes de un pedido',
  overdue: 'plazo vencido',
  answerBy: (moment) => `Responder a más tardar el ${moment}`,
  refundNotice: {
    refund_declined: 'Reembolso rechazado por el proveedor de pagos',
    refund_failed: 'Reembolso fallido a posteriori: el comprador no tiene el dinero',
    refund_needs_person: 'Resultado desconocido: verificar con el proveedor antes de volver a reembolsar',
    refund_due: 'Devolución por reembolsar: el plazo corre o ha vencido',
  },
  claimNotice: {
    claim_eligible: 'Indemnización posible, por solicitar',
    claim_closing: 'Aún no solicitada: el plazo termina pronto',
    claim_expired: 'Plazo vencido sin solicitud',
    claim_delivered: 'Entregado tras la solicitud: avise al transportista',
    claim_submitted: 'Solicitada automáticamente',
  },
  more: (count) => `y ${count} más`,
  messageLabel: (which) => `Responder al mensaje (${which})`,
  returnLabel: (which) => `Gestionar la solicitud de devolución (${which})`,
  refundLabel: (which) => `Reembolsar la devolución (${which})`,
  claimLabel: (which) => `Solicitar la indemnización (${which})`,
  withoutNumber: 'antes de un pedido',
  actElsewhere: (channel) =>
    `Haga lo necesario desde su propio sistema, conectado a la API de Navette, o desde su cuenta de vendedor (${channel}).`,
  onceADay: 'Recibe este resumen una vez al día, porque el canal está configurado así.',
};
