import type { Conversation } from '../conversation.ts';
import type { SellerTexts } from './seller-texts.ts';

const topic = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null ? `Avant commande (${channel})` : `Commande ${orderNumber}`;

const sender = ({ orderNumber, channel }: Conversation): string =>
  orderNumber === null
    ? `Un acheteur qui n’a pas encore commandé (${channel})`
    : `L’acheteur de la commande ${orderNumber} (${channel})`;

export const fr: SellerTexts = {
  warned: (conversation, answerBy) => ({
    subject: `${topic(conversation)}\u00a0: un message attend votre réponse`,
    opening: `${sender(conversation)} attend votre réponse à son message. Merci de lui répondre au plus tard le ${answerBy}.`,
    next: [],
  }),
  breached: (conversation, answerBy) => ({
    subject: `${topic(conversation)}\u00a0: message resté sans réponse, délai dépassé`,
    opening: `${sender(conversation)} n’a pas reçu de réponse à son message\u00a0: le délai a pris fin le ${answerBy}.`,
    next: [
      'Merci de lui répondre dès que possible\u00a0: votre réponse lui est encore utile, même si elle compte désormais comme tardive.',
    ],
  }),
  internalOverdue: (conversation, ownEnd, answerBy) => ({
    subject: `${topic(conversation)}\u00a0: votre propre délai de réponse est dépassé`,
    opening: `${sender(conversation)} attend toujours votre réponse à son message. Le délai que vous vous êtes fixé a pris fin le ${ownEnd}. Celui du canal court jusqu’au ${answerBy}.`,
    next: [],
  }),
  written: (conversation, answerBy) => ({
    subject: `${topic(conversation)}\u00a0: nouveau message de l’acheteur`,
    opening: `${sender(conversation)} vous a écrit. Merci de lui répondre au plus tard le ${answerBy}.`,
    next: [],
  }),
  undelivered: (conversation, answerBy) => ({
    subject: `${topic(conversation)}\u00a0: votre réponse n’a pas pu être remise`,
    opening: `${sender(conversation)} n’a pas reçu votre réponse\u00a0: l’e-mail n’a pas pu lui être remis.${answerBy === null ? '' : ` La réponse ne compte donc pas, et le délai court de nouveau. Fin du délai\u00a0: ${answerBy}.`}`,
    next: [`Si possible, répondez-lui plutôt par la messagerie du canal (${conversation.channel}).`],
  }),
  earlier: (count) =>
    count === 1
      ? 'Un message plus ancien n’est pas repris ici.'
      : `${count} messages plus anciens ne sont pas repris ici.`,
  heading: {
    buyer: (sentAt) => `Message de l’acheteur, le ${sentAt}\u00a0:`,
    seller: (sentAt) => `Votre message, le ${sentAt}\u00a0:`,
  },
  actHere: 'Le lien ci-dessous vous permet de répondre, ou d’indiquer qu’aucune réponse n’est nécessaire.',
  tryAgainHere:
    'Le lien ci-dessous vous permet de réessayer, ou d’indiquer qu’aucune réponse n’est nécessaire.',
  actElsewhere: (channel) =>
    `Répondez depuis votre propre système, relié à l’API de Navette, ou depuis votre compte vendeur (${channel}).`,
  replyLabel: 'Répondre à l’acheteur',
};
