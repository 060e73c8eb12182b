import type { DigestTexts } from './digest-texts.ts';

export const fr: DigestTexts = {
  subject: (day, channel) => `Récapitulatif du ${day} (${channel})`,
  opening: (channel) => `Voici ce qui attend votre réponse ou votre attention pour le canal ${channel}.`,
  messagesHeading: 'Messages en attente de réponse',
  returnsHeading: 'Demandes de retour en attente de réponse',
  refundsHeading: 'Remboursements à vérifier',
  claimsHeading: 'Indemnisations à demander ou à suivre',
  ordersHeading: 'Commandes à vérifier',
  order: (orderNumber) => `Commande ${orderNumber}`,
  beforeOrder: 'Avant commande',
  overdue: 'délai dépassé',
  answerBy: (moment) => `À traiter au plus tard le ${moment}`,
  refundNotice: {
    refund_declined: 'Remboursement refusé par le prestataire de paiement',
    refund_failed: 'Remboursement échoué après coup\u00a0: l’acheteur n’a pas l’argent',
    refund_needs_person:
      'Issue inconnue\u00a0: à vérifier chez le prestataire avant tout nouveau remboursement',
    refund_due: 'Retour à rembourser\u00a0: le délai court ou est dépassé',
  },
  claimNotice: {
    claim_eligible: 'Indemnisation possible, à demander',
    claim_closing: 'Pas encore demandée\u00a0: le délai prend bientôt fin',
    claim_expired: 'Délai dépassé sans demande',
    claim_delivered: 'Colis livré après la demande\u00a0: prévenez le transporteur',
    claim_submitted: 'Demandée automatiquement',
  },
  more: (count) => `et ${count} de plus`,
  messageLabel: (which) => `Répondre au message (${which})`,
  returnLabel: (which) => `Traiter la demande de retour (${which})`,
  refundLabel: (which) => `Rembourser le retour (${which})`,
  claimLabel: (which) => `Demander l’indemnisation (${which})`,
  withoutNumber: 'avant commande',
  actElsewhere: (channel) =>
    `Faites le nécessaire depuis votre propre système, relié à l’API de Navette, ou depuis votre compte vendeur (${channel}).`,
  onceADay: 'Vous recevez ce récapitulatif une fois par jour, car ce canal est réglé ainsi.',
};
