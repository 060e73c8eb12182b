import type { BuyerTexts } from './buyer-texts.ts';

export const es: BuyerTexts = {
  subject: ({ orderNumber }) =>
    orderNumber === null ? 'Respuesta a su mensaje' : `Respuesta sobre su pedido ${orderNumber}`,
  opening: ({ orderNumber, channel }) =>
    orderNumber === null
      ? `La tienda responde a su mensaje (${channel}):`
      : `La tienda le responde acerca de su pedido ${orderNumber} (${channel}):`,
  yourMessage: 'Su mensaje:',
  answerHere:
    'Para responder, utilice el enlace de abajo: una respuesta a este correo no llegaría a la tienda.',
  answerElsewhere:
    'Para responder, póngase en contacto con la tienda allí donde le escribió: una respuesta a este correo no le llegaría.',
};
