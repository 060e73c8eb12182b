import type { AlertTexts } from './alert-texts.ts';

const reasons = {
  damaged: 'el artículo está dañado y no hay otro que lo sustituya',
  dangerous_goods: 'un artículo ha pasado a clasificarse como mercancía peligrosa',
  out_of_stock: 'un artículo está agotado',
};

export const es: AlertTexts = {
  payment_expired: ({ orderNumber, channel }, lastDay) => ({
    subject: `Pedido ${orderNumber} cancelado: pago sin verificar`,
    paragraphs: [
      `El pago del pedido ${orderNumber} (${channel}) no se verificó dentro del plazo, que terminaba el ${lastDay}. Por ello, el pedido se ha cancelado.`,
      'Le rogamos que no lo envíe. Si el comprador aún quiere los artículos, tendrá que hacer un nuevo pedido.',
    ],
  }),
  not_shipped_by_edd: ({ orderNumber, channel }, lastDay) => ({
    subject: `Pedido ${orderNumber}: fecha de entrega vencida sin envío`,
    paragraphs: [
      `El pedido ${orderNumber} (${channel}) debía entregarse a más tardar el ${lastDay}, y su envío aún no se ha confirmado por completo.`,
      'Si el paquete ya ha salido, confirme el envío con su número de seguimiento. Si no, envíelo cuanto antes o cancele el pedido, y avise al comprador.',
    ],
  }),
  auto_cancelled: ({ orderNumber, channel }, lastDay) => ({
    subject: `Pedido ${orderNumber} cancelado: sin enviar`,
    paragraphs: [
      `El envío del pedido ${orderNumber} (${channel}) no se confirmó dentro del plazo, que terminaba el ${lastDay}. Por ello, el pedido se ha cancelado automáticamente, según su configuración.`,
      'Le rogamos que ya no lo envíe. Si el paquete ya ha salido, póngase en contacto con el comprador.',
    ],
  }),
  unfulfillable: ({ orderNumber, channel }, reason) => ({
    subject: `El pedido ${orderNumber} no se puede enviar`,
    paragraphs: [
      `El pedido ${orderNumber} (${channel}) no se puede enviar: ${reasons[reason]}.`,
      'El comprador espera noticias suyas: avísele y, si ya ha pagado, reembólsele.',
    ],
  }),
  trackingLabel: 'Ver el seguimiento del pedido',
};
