import type { TrackingTexts } from './tracking-texts.ts';

export const es: TrackingTexts = {
  order: (number) => `Pedido ${number}`,
  headlines: {
    pending: {
      title: 'Pago en verificación',
      sentence:
        'El pedido se ha recibido. La fecha de entrega aparecerá aquí en cuanto se verifique el pago.',
    },
    unshipped: { title: 'En preparación', sentence: 'El pedido se está preparando para su envío.' },
    partly_shipped: {
      title: 'Enviado en parte',
      sentence: 'Una parte del pedido está en camino y el resto se está preparando.',
    },
    shipped: { title: 'En camino', sentence: 'El pedido se ha entregado al transportista.' },
    delivered: { title: 'Entregado', sentence: 'El pedido ha llegado.' },
    cancelled: {
      title: 'Cancelado',
      sentence:
        'Este pedido se ha cancelado y no se entregará. Para cualquier duda, póngase en contacto con la tienda.',
    },
    unfulfillable: {
      title: 'Entrega imposible',
      sentence:
        'Lamentablemente, este pedido no se puede enviar. La tienda ya lo sabe; consúltele los próximos pasos.',
    },
    returned_to_sender: {
      title: 'Devuelto al remitente',
      sentence:
        'El paquete no se pudo entregar y volvió al remitente. Consulte a la tienda los próximos pasos.',
    },
  },
  progress: 'Progreso',
  steps: { ordered: 'Pedido', shipped: 'Enviado', delivered: 'Entregado' },
  expected: 'Entrega prevista',
  deliveredOn: 'Entregado el',
  late: 'La fecha prevista ha pasado. Si no hay novedades pronto, póngase en contacto con la tienda.',
  parcel: 'Paquete',
  parcelOf: (position, count) => `Paquete ${position} de ${count}`,
  carrier: 'Transportista',
  trackingNumber: 'Número de seguimiento',
  shippedOn: 'Enviado el',
  history: 'Historial del envío',
  statuses: {
    accepted: 'Admitido por el transportista',
    in_transit: 'En tránsito',
    out_for_delivery: 'En reparto',
    delivered: 'Entregado',
    exception: 'El transportista comunica una incidencia',
    damaged: 'El transportista comunica daños',
    lost: 'El transportista comunica la pérdida del paquete',
    returning: 'De vuelta al remitente',
    returned_to_sender: 'Devuelto al remitente',
  },
  noScans:
    'El transportista aún no ha dado noticias. Las primeras pueden tardar hasta el día siguiente al envío.',
  localTimes: 'Las horas son las del lugar de entrega.',
  utcTimes: 'Las horas están en UTC.',
  language: 'Idioma',
  notFound: {
    title: 'Esta página no existe',
    sentence:
      'Puede que el enlace esté incompleto. Ábralo de nuevo desde su mensaje o pida uno nuevo a la tienda.',
  },
  tooMany: {
    title: 'Un momento, por favor',
    sentence: 'Esta página se ha abierto muchas veces. Inténtelo de nuevo dentro de un minuto.',
  },
};
