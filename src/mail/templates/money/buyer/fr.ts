import type { BuyerTexts } from './buyer-texts.ts';

export const fr: BuyerTexts = {
  cancelled: {
    whole: ({ orderNumber, channel }, source) => ({
      subject: `Commande ${orderNumber}\u00a0: annulée`,
      opening: {
        buyer_request: `Comme vous l’avez demandé, la commande ${orderNumber} (${channel}) est annulée.`,
        buyer_message: `À la suite de votre message, la commande ${orderNumber} (${channel}) est annulée.`,
        seller: `La boutique a annulé la commande ${orderNumber} (${channel}).`,
        system: `La commande ${orderNumber} (${channel}) a été annulée automatiquement.`,
      }[source],
      next: [
        source === 'seller' || source === 'system'
          ? 'Elle ne sera pas expédiée. Si vous souhaitez toujours les articles, merci de passer une nouvelle commande.'
          : 'Elle ne sera pas expédiée, et vous n’avez rien d’autre à faire.',
      ],
    }),
    part: ({ orderNumber, channel }, source) => ({
      subject: `Commande ${orderNumber}\u00a0: annulée en partie`,
      opening: {
        buyer_request: `Comme vous l’avez demandé, une partie de la commande ${orderNumber} (${channel}) est annulée.`,
        buyer_message: `À la suite de votre message, une partie de la commande ${orderNumber} (${channel}) est annulée.`,
        seller: `La boutique a annulé une partie de la commande ${orderNumber} (${channel}).`,
        system: `Une partie de la commande ${orderNumber} (${channel}) a été annulée automatiquement.`,
      }[source],
      next: ['Ces articles ne seront pas expédiés. Rien ne change pour le reste de votre commande.'],
    }),
    heading: 'Articles annulés',
    refundLabel: 'Remboursement en cours',
    nothingToRefund:
      'D’après nos données, il n’y a aucun paiement à rembourser. Si vous pensez le contraire, contactez la boutique là où la commande a été passée.',
  },
  request: {
    received: ({ orderNumber, channel }, whole) => ({
      subject: `Commande ${orderNumber}\u00a0: demande d’annulation reçue`,
      opening: whole
        ? `Votre demande d’annulation de la commande ${orderNumber} (${channel}) a bien été reçue. La boutique en est informée.`
        : `Votre demande d’annulation d’articles de la commande ${orderNumber} (${channel}) a bien été reçue. La boutique en est informée.`,
      next: [
        'Rien n’est encore annulé\u00a0: la boutique décide, et vous l’apprendrez par e-mail. Si le colis part entre-temps, il ne pourra plus être annulé\u00a0; vous pourrez alors vous rétracter ou demander un retour.',
      ],
    }),
    heading: 'Articles à annuler',
    refused: ({ orderNumber, channel }) => ({
      subject: `Commande ${orderNumber}\u00a0: demande d’annulation refusée`,
      opening: `La boutique n’a pas accepté votre demande d’annulation de la commande ${orderNumber} (${channel}). La commande suit son cours.`,
      next: [
        'Si la loi vous donne un droit de rétractation, vous pouvez l’exercer à l’aide du lien ci-dessous. Sinon, vous pourrez demander un retour une fois les articles reçus.',
      ],
    }),
    lapsed: ({ orderNumber, channel }) => ({
      subject: `Commande ${orderNumber}\u00a0: annulation impossible`,
      opening: `Ce que vous vouliez annuler de la commande ${orderNumber} (${channel}) est déjà parti\u00a0: votre demande ne peut plus aboutir.`,
      next: [
        'Si la loi vous donne un droit de rétractation, vous pouvez l’exercer à l’aide du lien ci-dessous, même avant l’arrivée du colis. Sinon, vous pourrez demander un retour une fois le colis reçu.',
      ],
    }),
    sellerMessage: 'Message de la boutique\u00a0:',
  },
  howToCancel: ({ orderNumber, channel }, situation, hasLink) => {
    const isUnknown = situation === 'unknown_order';
    const what = isUnknown ? `une commande (${channel})` : `la commande ${orderNumber} (${channel})`;
    const page = `Merci de demander l’annulation sur la page de votre commande, là où vous l’avez passée (${channel}).`;
    return {
      subject: isUnknown
        ? `Comment annuler une commande (${channel})`
        : `Commande ${orderNumber}\u00a0: comment annuler`,
      opening: `Vous avez écrit que vous souhaitez annuler ${what}. Cette réponse a été rédigée par une machine. La boutique a votre message, mais un message seul n’annule rien.`,
      next: {
        before_shipping: [
          hasLink
            ? 'La commande n’est pas encore partie. Demandez son annulation à l’aide du lien ci-dessous\u00a0: la boutique en est aussitôt informée, elle décide, et vous recevez sa réponse par e-mail.'
            : `La commande n’est pas encore partie. ${page} La boutique décidera, et vous recevrez sa réponse par e-mail.`,
        ],
        shipped: [
          'La commande est déjà partie\u00a0: elle ne peut plus être annulée. Si la loi vous donne un droit de rétractation, vous pouvez l’exercer à l’aide du lien ci-dessous, même avant l’arrivée du colis. Sinon, vous pourrez demander un retour une fois le colis reçu.',
        ],
        closed: [
          `La commande est déjà annulée\u00a0: vous n’avez rien d’autre à faire. Pour toute question, contactez la boutique là où la commande a été passée (${channel}).`,
        ],
        unknown_order: [
          `Nous n’avons pas pu savoir de quelle commande il s’agit. ${page} Si le colis est déjà parti, vous pouvez vous rétracter à l’aide du lien ci-dessous, si la loi vous en donne le droit.`,
        ],
      }[situation],
    };
  },
  requestLabel: 'Demander l’annulation',
  withdrawLabel: 'Se rétracter',
  refund: {
    made: ({ orderNumber, channel }, amount) => ({
      subject: `Commande ${orderNumber}\u00a0: remboursement de ${amount}`,
      opening: `La boutique vous a remboursé ${amount} pour la commande ${orderNumber} (${channel}).`,
      next: [],
    }),
    heading: 'Ce qui est remboursé',
    partOf: (amount) => `${amount}, une partie du prix`,
    totalLabel: 'Total remboursé',
    shippingLabel: 'Dont livraison',
    taxLabel: 'Dont taxes',
    fee: (amount, why) =>
      `Des frais de remise en stock de ${amount} ont été retenus et sont déjà déduits de ces montants.${
        why === null
          ? ''
          : {
              return_to_sender: ' Motif\u00a0: le colis est revenu sans avoir été livré.',
              buyer_fault:
                ' Motif\u00a0: les conditions de la boutique le prévoient, car le retour n’est dû ni à la boutique ni au transporteur.',
            }[why]
      }`,
    receiptLabel: 'Voir le remboursement et son reçu',
  },
  comesBack:
    'L’argent vous revient par le moyen de paiement que vous avez utilisé\u00a0: vous n’avez rien à faire. Votre banque peut demander quelques jours ouvrés avant qu’il apparaisse.',
};
