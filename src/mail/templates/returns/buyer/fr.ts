import type { BuyerTexts } from './buyer-texts.ts';

export const fr: BuyerTexts = {
  requested: ({ orderNumber, channel }, answerBy) => ({
    subject: `Commande ${orderNumber}\u00a0: demande de retour reçue`,
    opening: `Votre demande de retour pour la commande ${orderNumber} (${channel}) a bien été reçue. La boutique en est informée.`,
    next: [
      `${answerBy === null ? 'La boutique vous répondra par e-mail.' : `La boutique devrait vous répondre avant le ${answerBy}.`} Merci de ne rien renvoyer avant d’avoir reçu son autorisation.`,
    ],
  }),
  creditSuggested: (cost, value) =>
    `À savoir\u00a0: le renvoi vous coûterait environ ${cost}, pour des articles payés ${value}. Il a été suggéré à la boutique de vous proposer un avoir\u00a0: attendez sa réponse avant de décider.`,
  cancellable: 'Si vous changez d’avis, vous pouvez annuler le retour tant qu’il n’est pas autorisé.',
  authorized: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: retour autorisé`,
    opening: `Votre retour pour la commande ${orderNumber} (${channel}) est autorisé.`,
    next: [],
  }),
  closed: ({ orderNumber, channel }, reason) => ({
    subject: `Commande ${orderNumber}\u00a0: demande de retour fermée`,
    opening: `La demande de retour pour la commande ${orderNumber} (${channel}) a été fermée. Motif\u00a0: ${reason}.`,
    next: [
      'Merci de ne rien envoyer. Si le colis est déjà parti, ou pour toute question, contactez la boutique là où la commande a été passée.',
    ],
  }),
  sellerMessage: 'Message de la boutique\u00a0:',
  reply: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: message au sujet de votre retour`,
    opening: `La boutique vous écrit au sujet de votre retour pour la commande ${orderNumber} (${channel})\u00a0:`,
    next: [
      'Pour lui répondre, contactez-la là où la commande a été passée\u00a0: une réponse à cet e-mail ne lui parviendrait pas.',
    ],
  }),
  replyLeavesOpen:
    'Votre demande reste ouverte. Si ce message règle la question, vous pouvez annuler le retour.',
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: retour annulé`,
    opening: `Vous avez annulé votre retour pour la commande ${orderNumber} (${channel}). La boutique en est informée.`,
    next: [
      'Vous gardez les articles et n’avez rien à envoyer. Si vous changez d’avis, faites une nouvelle demande avant la fin de la période de retour.',
    ],
  }),
  received: ({ orderNumber, channel }, units, complete) => ({
    subject: `Commande ${orderNumber}\u00a0: ${complete ? 'retour reçu' : 'retour reçu en partie'}`,
    opening:
      units === 1
        ? `Un article de votre retour pour la commande ${orderNumber} (${channel}) est arrivé à la boutique.`
        : `${units} articles de votre retour pour la commande ${orderNumber} (${channel}) sont arrivés à la boutique.`,
    next: [
      complete
        ? 'Votre retour est complet. La boutique vérifie les articles, puis s’occupe de la suite\u00a0: vous n’avez rien d’autre à faire.'
        : 'D’autres articles sont encore attendus. S’ils sont déjà partis, vous n’avez rien à faire\u00a0; sinon, merci de les envoyer.',
    ],
  }),
  withdrawalStated: ({ orderNumber, channel }, statedAt) => ({
    subject: `Commande ${orderNumber}\u00a0: confirmez votre rétractation`,
    opening: `Vous avez déclaré vouloir vous rétracter du contrat pour la commande ${orderNumber} (${channel}), le ${statedAt}.`,
    next: [
      'Il reste une étape\u00a0: la rétractation prend effet quand vous la confirmez. Vous n’avez pas à donner de motif.',
      'Si vous ne souhaitez plus vous rétracter, ou si cette déclaration ne vient pas de vous, ne confirmez pas\u00a0: rien ne sera fait.',
    ],
  }),
  withdrawalAcknowledged: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: accusé de réception de votre rétractation`,
    opening: `Votre rétractation du contrat pour la commande ${orderNumber} (${channel}) est bien arrivée. Conservez cet e-mail\u00a0: il en est la preuve.`,
    next: [],
  }),
  statement: {
    statementLabel: 'Votre déclaration',
    statement: ({ orderNumber, channel }) =>
      `Rétractation du contrat pour les articles ci-dessous, commande ${orderNumber} (${channel})`,
    nameLabel: 'Nom',
    statedLabel: 'Déclarée le',
    confirmedLabel: 'Confirmée et transmise le',
    itemsHeading: 'Articles concernés',
  },
  withdrawalLate:
    'Votre déclaration est arrivée après le délai de 14\u00a0jours\u00a0: la boutique peut la refuser, et vous l’apprendriez par e-mail. Sinon, voici la suite.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Un article n’était pas encore parti\u00a0: il est annulé et n’est pas à renvoyer.'
      : `${units} articles n’étaient pas encore partis\u00a0: ils sont annulés et ne sont pas à renvoyer.`,
  nothingToReturn: 'Vous n’avez rien à renvoyer.',
  returnInTime: 'Renvoyez les articles reçus dans les 14\u00a0jours qui suivent votre déclaration.',
  refundBy: (day, mayWait) =>
    `Le remboursement vous sera versé au plus tard le ${day}.${mayWait ? ' La boutique peut toutefois attendre d’avoir reçu les articles, ou une preuve de leur envoi.' : ''}`,
  documents: {
    rmaLabel: 'Numéro d’autorisation de retour (RMA)',
    follow:
      'La boutique doit encore indiquer l’adresse de retour. Merci de ne rien envoyer pour l’instant\u00a0: l’autorisation de retour et l’étiquette vous parviendront par e-mail.',
    heading: 'Pour renvoyer les articles',
    print: {
      attached:
        'Imprimez le document joint et coupez-le le long de la ligne\u00a0: l’autorisation de retour est en haut, l’étiquette en bas.',
      seller_own_attached:
        'Imprimez les deux documents joints\u00a0: l’autorisation de retour et l’étiquette de la boutique.',
      none: 'Imprimez l’autorisation de retour et l’étiquette à l’aide du lien ci-dessous.',
    },
    slip: 'Glissez l’autorisation de retour dans le colis.',
    label: 'Collez l’étiquette à l’extérieur du colis.',
    postage: {
      attached: 'Affranchissez le colis\u00a0: l’étiquette n’est pas prépayée.',
      seller_own_attached:
        'Regardez sur l’étiquette si le port est déjà payé\u00a0; sinon, affranchissez le colis.',
      none: 'Affranchissez le colis\u00a0: l’étiquette n’est pas prépayée.',
    },
    postageRefunded: 'La boutique vous rembourse ces frais d’envoi.',
    replacesSubject: 'nouveaux documents',
    replaces:
      'Ces documents remplacent ceux que vous avez déjà reçus\u00a0: utilisez uniquement ceux-ci, l’adresse ou l’étiquette a changé.',
    proof: 'Gardez la preuve de dépôt jusqu’à la fin du retour.',
  },
  cancelLabel: 'Annuler le retour',
  printLabel: 'Imprimer l’étiquette de retour',
  confirmLabel: 'Confirmer la rétractation',
};
