import type { DigestTexts } from './digest-texts.ts';

export const fr: DigestTexts = {
  subject: (day, channel) => `Récapitulatif du ${day} (${channel})`,
  opening: (channel) => `Voici ce qui attend votre réponse ou votre attention pour le canal ${channel}.`,
  messagesHeading: 'Messages en attente de réponse',
  returnsHeading: 'Demandes de retour en attente de réponse',
  ordersHeading: 'Commandes à vérifier',
  order: (orderNumber) => `Commande ${orderNumber}`,
  beforeOrder: 'Avant commande',
  overdue: 'délai dépassé',
  answerBy: (moment) => `À traiter au plus tard le ${moment}`,
  more: (count) => `et ${count} de plus`,
  messageLabel: (which) => `Répondre au message (${which})`,
  returnLabel: (which) => `Traiter la demande de retour (${which})`,
  withoutNumber: 'avant commande',
  actElsewhere: (channel) =>
    `Répondez depuis votre propre système, relié à l’API de Navette, ou depuis votre compte vendeur (${channel}).`,
  onceADay: 'Vous recevez ce récapitulatif une fois par jour, car ce canal est réglé ainsi.',
};
