import type { WithdrawTexts } from './withdraw-texts.ts';

export const es: WithdrawTexts = {
  title: 'Desistir de un contrato',
  lead: 'Aquí puede desistir de una compra a distancia sin dar ningún motivo. Le enviamos un correo con un enlace: el desistimiento surte efecto cuando lo confirma allí.',
  orderNumber: 'Número de pedido',
  email: 'Correo electrónico del pedido',
  emailHint: 'El que indicó al hacer el pedido.',
  button: 'Desistir del contrato aquí',
  sent: {
    title: 'Mire su correo',
    sentence:
      'Si el número y la dirección se corresponden, un correo con el enlace para confirmar está de camino. Puede tardar unos minutos; mire también en la carpeta de correo no deseado.',
  },
  again: 'Corregir el número o la dirección',
  tooMany:
    'Han llegado demasiadas solicitudes desde su conexión. Inténtelo más tarde o escriba a la tienda: para desistir basta una simple carta o un correo.',
};
