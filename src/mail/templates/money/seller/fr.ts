import type { SellerTexts } from './seller-texts.ts';

export const fr: SellerTexts = {
  cancellation: {
    requested: ({ orderNumber, channel }, whole) => ({
      subject: `Commande ${orderNumber}\u00a0: demande d’annulation à traiter`,
      opening: whole
        ? `L’acheteur demande l’annulation de la commande ${orderNumber} (${channel}).`
        : `L’acheteur demande l’annulation d’articles de la commande ${orderNumber} (${channel}).`,
      next: [
        'Merci de décider avant tout départ\u00a0: une fois l’expédition confirmée, plus rien ne peut en être annulé. Si vous acceptez, ce qui a été payé est remboursé.',
      ],
    }),
    heading: 'Articles à annuler',
    reason: 'Motif de l’acheteur\u00a0:',
    actHere: 'Le lien ci-dessous vous permet d’accepter la demande, ou de la refuser avec un message.',
    actLabel: 'Répondre à la demande',
  },
  refund: {
    declined: ({ orderNumber, channel }, amount) => ({
      subject: `Commande ${orderNumber}\u00a0: remboursement de ${amount} refusé`,
      opening: `Le prestataire de paiement a refusé le remboursement de ${amount} pour la commande ${orderNumber} (${channel}). L’acheteur n’a pas reçu l’argent.`,
      next: [
        'Regardez le motif du refus. Le montant pourra être remboursé de nouveau une fois la cause levée\u00a0; sinon, convenez d’un autre moyen avec l’acheteur.',
      ],
    }),
    failed: ({ orderNumber, channel }, amount) => ({
      subject: `Commande ${orderNumber}\u00a0: échec du remboursement de ${amount}`,
      opening: `Le prestataire de paiement est revenu sur le remboursement de ${amount} pour la commande ${orderNumber} (${channel}), d’abord donné comme réussi. L’acheteur n’a pas l’argent.`,
      next: [
        'Le montant peut être remboursé de nouveau. Demandez d’abord la cause au prestataire, et prévenez l’acheteur, à qui le remboursement avait été annoncé.',
      ],
    }),
    needsPerson: ({ orderNumber, channel }, amount, why) => ({
      subject: `Commande ${orderNumber}\u00a0: remboursement de ${amount} à vérifier`,
      opening: {
        unresolved: `On ignore si le remboursement de ${amount} pour la commande ${orderNumber} (${channel}) a été exécuté\u00a0: le prestataire de paiement n’a pas donné de réponse claire, et l’interroger de nouveau n’a rien tranché.`,
        contradicted: `Au sujet du remboursement de ${amount} pour la commande ${orderNumber} (${channel}), le prestataire de paiement contredit ce qu’il avait dit être définitif.`,
      }[why],
      next: [],
    }),
    codeLabel: 'Réponse du prestataire',
    detailLabel: 'Dans ses termes',
    refundLabel: 'Remboursement dans Navette',
    paymentLabel: 'Paiement chez le prestataire',
    stepsHeading: 'Que faire',
    steps: (path) => [
      'Vérifiez dans les comptes du prestataire si l’argent est parti vers l’acheteur.',
      `Indiquez le résultat à Navette, par son API\u00a0: ${path}.`,
      'D’ici là, ne remboursez pas ce montant de nouveau\u00a0: l’acheteur pourrait être payé deux fois.',
    ],
    due: ({ orderNumber, channel }, notice, dueAt) => ({
      subject: `Commande ${orderNumber}\u00a0: ${notice === 'warning' ? 'remboursement à faire bientôt' : 'remboursement en retard'}`,
      opening:
        notice === 'warning'
          ? `L’acheteur de la commande ${orderNumber} (${channel}) a renvoyé des articles et attend son argent. Merci de le rembourser au plus tard le ${dueAt}.`
          : `L’acheteur de la commande ${orderNumber} (${channel}) a renvoyé des articles et n’a pas été remboursé\u00a0: le délai a pris fin le ${dueAt}. Merci de le rembourser dès que possible.`,
      next: [],
    }),
    rule: {
      receipt: 'C’est le délai que vous avez fixé pour rembourser après la réception d’un retour.',
      withdrawal:
        'C’est le délai que la loi fixe en cas de rétractation (directive 2011/83/UE, article\u00a013). Aucuns frais de remise en stock ne peuvent être retenus.',
    },
    actHere: 'Le lien ci-dessous montre ce qui est dû et vous permet de le rembourser.',
    actLabel: 'Voir et rembourser',
  },
  books: {
    differ: (provider, day) => ({
      subject: `${provider}\u00a0: remboursements à vérifier, ${day}`,
      opening: `La comparaison quotidienne du ${day} a trouvé des remboursements sur lesquels Navette et ${provider} ne sont pas d’accord.`,
      next: [
        'Vérifiez chacun d’eux chez le prestataire. Navette n’y change rien de lui-même\u00a0: n’en remboursez aucun de nouveau avant d’y voir clair, un acheteur pourrait être payé deux fois.',
      ],
    }),
    heading: 'Écarts',
    kind: {
      missing_there: 'Payé selon Navette, absent chez le prestataire',
      missing_here: 'Payé chez le prestataire, inconnu de Navette',
      amount_differs: 'Payé avec un autre montant chez le prestataire',
      state_differs: 'Payé d’un côté seulement',
      booked_twice: 'Enregistré plusieurs fois chez le prestataire',
    },
    ours: (amount) => `Montant dans Navette\u00a0: ${amount}`,
    theirs: (amount) => `Montant chez le prestataire\u00a0: ${amount}`,
    refund: (refundId) => `Remboursement ${refundId}`,
    more: (count) => `et ${count} de plus`,
  },
  claim: {
    eligible: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Commande ${orderNumber}\u00a0: ${kind === 'lost' ? 'colis perdu' : 'articles abîmés'}, ${amount} à réclamer`,
      opening:
        kind === 'lost'
          ? `Un colis de la commande ${orderNumber} (${channel}) est considéré comme perdu\u00a0: il n’a été livré ni à temps ni dans la semaine qui a suivi. Vous pouvez demander une indemnisation de ${amount}.`
          : `Des articles de la commande ${orderNumber} (${channel}) ont été abîmés pendant le transport. Vous pouvez demander une indemnisation de ${amount}.`,
      next: [],
    }),
    submitted: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Commande ${orderNumber}\u00a0: indemnisation de ${amount} demandée`,
      opening:
        kind === 'lost'
          ? `Un colis de la commande ${orderNumber} (${channel}) est considéré comme perdu. Comme le prévoient vos réglages, l’indemnisation de ${amount} a été demandée automatiquement.`
          : `Des articles de la commande ${orderNumber} (${channel}) ont été abîmés pendant le transport. Comme le prévoient vos réglages, l’indemnisation de ${amount} a été demandée automatiquement.`,
      next: [
        'Navette a enregistré la demande, mais n’écrit pas au transporteur\u00a0: envoyez-lui les justificatifs, prêts en PDF dans l’API de Navette, et merci d’y enregistrer la décision quand vous la connaîtrez.',
      ],
    }),
    closing: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Commande ${orderNumber}\u00a0: ${amount} à réclamer, fin du délai proche`,
      opening:
        kind === 'lost'
          ? `Vous n’avez pas encore demandé l’indemnisation de ${amount} pour le colis perdu de la commande ${orderNumber} (${channel}).`
          : `Vous n’avez pas encore demandé l’indemnisation de ${amount} pour les articles abîmés de la commande ${orderNumber} (${channel}).`,
      next: [],
    }),
    expired: ({ orderNumber, channel }, kind, amount) => ({
      subject: `Commande ${orderNumber}\u00a0: délai d’indemnisation dépassé (${amount})`,
      opening:
        kind === 'lost'
          ? `Le délai pour demander l’indemnisation de ${amount} pour le colis perdu de la commande ${orderNumber} (${channel}) est dépassé.`
          : `Le délai pour demander l’indemnisation de ${amount} pour les articles abîmés de la commande ${orderNumber} (${channel}) est dépassé.`,
      next: [
        kind === 'lost'
          ? 'Il n’y a plus rien à faire pour celle-ci. Pour que cela ne se reproduise pas, vos réglages de remboursement dans Navette permettent de demander automatiquement l’indemnisation des colis perdus.'
          : 'Il n’y a plus rien à faire pour celle-ci. La prochaine fois, faites la demande avec ses photos dès que vous apprenez le dommage.',
      ],
    }),
    delivered: ({ orderNumber, channel }, amount, deliveredAt) => ({
      subject: `Commande ${orderNumber}\u00a0: colis livré après la demande de ${amount}`,
      opening: `Le colis de la commande ${orderNumber} (${channel}), pour lequel vous avez demandé ${amount} comme colis perdu, a finalement été livré le ${deliveredAt}.`,
      next: [
        'Prévenez le transporteur avant qu’il ne s’en aperçoive, et rendez-lui ce qu’il aurait déjà versé. Si l’acheteur a été remboursé ou a reçu un remplacement, convenez avec lui de ce que devient le colis.',
      ],
    }),
    carrierLabel: 'Transporteur',
    trackingLabel: 'Numéro de suivi',
    beforeLabel: 'À demander avant le',
    needsPhotos: 'Des photos du dommage sont nécessaires avant de pouvoir faire la demande.',
    actHere: 'Le lien ci-dessous montre la demande et vous permet de la déposer.',
    actHereWithPhotos:
      'Le lien ci-dessous montre la demande et vous permet d’y joindre des photos et de la déposer.',
    actLabel: 'Demander l’indemnisation',
  },
  actElsewhere: (channel) =>
    `Faites le nécessaire depuis votre propre système, relié à l’API de Navette, ou depuis votre compte vendeur (${channel}).`,
};
