import type { AlertTexts } from './alert-texts.ts';

const reasons = {
  damaged: 'l’article est endommagé et aucun autre exemplaire n’est disponible',
  dangerous_goods: 'un article a été classé depuis comme marchandise dangereuse',
  out_of_stock: 'un article est en rupture de stock',
};

export const fr: AlertTexts = {
  payment_expired: ({ orderNumber, channel }, lastDay) => ({
    subject: `Commande ${orderNumber} annulée\u00a0: paiement non vérifié`,
    paragraphs: [
      `Le paiement de la commande ${orderNumber} (${channel}) n’a pas été vérifié dans le délai prévu, qui prenait fin le ${lastDay}. La commande a donc été annulée.`,
      'Merci de ne pas l’expédier. Si l’acheteur souhaite toujours ses articles, il doit passer une nouvelle commande.',
    ],
  }),
  not_shipped_by_edd: ({ orderNumber, channel }, lastDay) => ({
    subject: `Commande ${orderNumber}\u00a0: date de livraison dépassée sans expédition`,
    paragraphs: [
      `La commande ${orderNumber} (${channel}) devait être livrée au plus tard le ${lastDay}, et son expédition n’a pas encore été confirmée en totalité.`,
      'Si le colis est parti, confirmez l’expédition avec son numéro de suivi. Sinon, expédiez-le au plus vite ou annulez la commande, et prévenez l’acheteur.',
    ],
  }),
  auto_cancelled: ({ orderNumber, channel }, lastDay) => ({
    subject: `Commande ${orderNumber} annulée\u00a0: non expédiée`,
    paragraphs: [
      `L’expédition de la commande ${orderNumber} (${channel}) n’a pas été confirmée dans le délai prévu, qui prenait fin le ${lastDay}. La commande a donc été annulée automatiquement, comme le prévoient vos réglages.`,
      'Merci de ne plus l’expédier. Si le colis est déjà parti, contactez l’acheteur.',
    ],
  }),
  unfulfillable: ({ orderNumber, channel }, reason) => ({
    subject: `Commande ${orderNumber}\u00a0: expédition impossible`,
    paragraphs: [
      `La commande ${orderNumber} (${channel}) ne peut pas être expédiée\u00a0: ${reasons[reason]}.`,
      'L’acheteur attend de vos nouvelles\u00a0: prévenez-le et, s’il a payé, remboursez-le.',
    ],
  }),
  trackingLabel: 'Voir le suivi de la commande',
};
