import type { Conversation } from '../conversation.ts';
import type { SellerTexts } from './seller-texts.ts';

const topic = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null ? `Antes de un pedido (${channel})` : `Pedido ${orderNumber}`;

const sender = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null
    ? `Un comprador que aún no ha hecho ningún pedido (${channel})`
    : `El comprador del pedido ${orderNumber} (${channel})`;

export const es: SellerTexts = {
  warned: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: un mensaje espera su respuesta`,
    opening: `${sender(conversation)} le ha escrito y espera su respuesta. Le rogamos que responda a más tardar el ${answerBy}.`,
    next: [],
  }),
  breached: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: mensaje sin respuesta, plazo vencido`,
    opening: `${sender(conversation)} no ha recibido respuesta a su mensaje: el plazo terminó el ${answerBy}.`,
    next: [
      'Le rogamos que responda cuanto antes: al comprador le sigue siendo útil, aunque la respuesta ya cuente como tardía.',
    ],
  }),
  internalOverdue: (conversation, ownEnd, answerBy) => ({
    subject: `${topic(conversation)}: su propio plazo de respuesta ha vencido`,
    opening: `${sender(conversation)} le ha escrito y sigue a la espera de su respuesta. El plazo que usted se fijó terminó el ${ownEnd}. El del canal termina el ${answerBy}.`,
    next: [],
  }),
  written: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: nuevo mensaje del comprador`,
    opening: `${sender(conversation)} le ha escrito. Le rogamos que responda a más tardar el ${answerBy}.`,
    next: [],
  }),
  undelivered: (conversation, answerBy) => ({
    subject: `${topic(conversation)}: su respuesta no se ha podido entregar`,
    opening: `${sender(conversation)} no ha recibido su respuesta: el correo no se ha podido entregar.${answerBy === null ? '' : ` Por eso la respuesta no cuenta y el plazo vuelve a correr. Fin del plazo: ${answerBy}.`}`,
    next: [`Si es posible, responda mejor desde la mensajería del propio canal (${conversation.channel}).`],
  }),
  earlier: (count) =>
    count === 1
      ? 'Un mensaje anterior no se muestra aquí.'
      : `${count} mensajes anteriores no se muestran aquí.`,
  heading: {
    buyer: (sentAt) => `Mensaje del comprador, ${sentAt}:`,
    seller: (sentAt) => `Su mensaje, ${sentAt}:`,
  },
  actHere: 'Con el enlace de abajo puede responder o indicar que no hace falta ninguna respuesta.',
  tryAgainHere:
    'Con el enlace de abajo puede volver a intentarlo o indicar que no hace falta ninguna respuesta.',
  actElsewhere: (channel) =>
    `Responda desde su propio sistema, conectado a la API de Navette, o desde su cuenta de vendedor (${channel}).`,
  replyLabel: 'Responder al comprador',
};
