import type { MoneyTexts } from './money-texts.ts';

export const fr: MoneyTexts = {
  wholeOrder: 'Toute la commande',
  decide: {
    title: 'Répondre à la demande d’annulation',
    lead: 'L’acheteur souhaite annuler avant le départ du colis.',
    request: 'La demande',
    requestedAt: 'Faite le',
    toCancel: 'À annuler',
    noReason: 'aucun motif indiqué',
    partLeft:
      'Tout ne peut plus être annulé\u00a0: une partie est partie ou déjà annulée. Voici ce qui peut encore l’être\u00a0:',
    nothingLeft:
      'Plus rien n’en peut être annulé\u00a0: tout est parti ou déjà annulé. Vous pouvez encore refuser la demande, pour que l’acheteur le sache.',
    legend: 'Que voulez-vous faire\u00a0?',
    accept: 'Accepter et annuler',
    acceptHint: 'Assurez-vous que rien n’en parte plus. Ce qui a été payé est remboursé automatiquement.',
    refuse: 'Refuser la demande',
    refuseHint: 'La commande suit son cours, et l’acheteur en est informé par e-mail.',
    button: 'Valider',
  },
  ask: {
    title: 'Demander l’annulation',
    lead: 'La boutique décide, et vous recevez sa réponse par e-mail. D’ici là, rien n’est annulé. Si le colis part entre-temps, il ne pourra plus être annulé.',
    notLeft: 'Ce qui n’est pas encore parti',
    partLeft: 'Une partie de la commande est déjà partie\u00a0: elle ne peut plus être annulée.',
    legend: 'Que voulez-vous annuler\u00a0?',
    rest: 'Tout ce qui n’est pas encore parti',
    some: 'Certains articles seulement',
    reason: 'Motif',
    reasonHint: '500 caractères au plus. La boutique le lira.',
    button: 'Envoyer la demande',
  },
  claim: {
    titles: {
      lost: 'Indemnisation d’un colis perdu',
      damaged: 'Indemnisation d’articles abîmés',
    },
    leads: {
      lost: 'Le colis n’a été livré ni à temps ni dans la semaine qui a suivi. Vous pouvez demander à être indemnisé.',
      damaged:
        'Des articles ont été abîmés pendant le transport. Vous pouvez demander à être indemnisé, photos du dommage à l’appui.',
    },
    heading: 'La demande',
    carrier: 'Transporteur',
    trackingNumber: 'Numéro de suivi',
    items: 'Articles',
    amount: 'Montant',
    closesAt: 'À déposer avant le',
    photosFirst:
      'Ajoutez d’abord une photo du dommage. Vous pourrez ensuite déposer la demande à cet endroit.',
    choice: 'Oui, ces indications sont exactes et je dépose cette demande',
    button: 'Déposer la demande',
  },
  photos: {
    heading: 'Photos du dommage',
    none: 'Il n’y en a pas encore.',
    photo: (number) => `Photo\u00a0${number}`,
    field: 'Ajouter des photos',
    hint: 'JPEG, PNG ou WebP\u00a0; 10\u00a0Mo au plus chacune et 10 en tout. Le lieu de la prise de vue en est retiré.',
    button: 'Ajouter',
    full: 'Il y a 10 photos\u00a0: on ne peut plus en ajouter.',
    notAdded: 'Cela n’a pas pu être ajouté\u00a0:',
    faults: {
      missing: 'Choisissez au moins une photo.',
      wrong_type: 'Ce n’est pas une photo JPEG, PNG ou WebP.',
      too_large: 'Plus de 10\u00a0Mo ou de 50 mégapixels.',
      unreadable: 'Fichier abîmé ou incomplet\u00a0: il est illisible.',
      full: 'Une demande compte au plus 10 photos.',
      closed: 'La demande n’accepte plus de photos.',
    },
    tooLarge: 'Ces photos sont trop lourdes ensemble. Revenez en arrière et envoyez-en moins à la fois.',
  },
  refund: {
    title: 'Rembourser le retour',
    lead: 'L’argent revient par le moyen de paiement utilisé, et l’acheteur en est informé par e-mail.',
    back: 'Ce qui est revenu',
    kept: 'Ce que l’acheteur garde',
    owed: 'Ce que vous remboursez',
    total: 'Total à rembourser',
    dueAt: 'Dans les temps jusqu’au',
    overdueSince: 'L’acheteur attend toujours\u00a0: le délai de remboursement a pris fin le',
    external: (channel) =>
      `Cette commande a été payée par ${channel}\u00a0: c’est là que l’argent est remboursé, et votre propre système en communique l’issue.`,
    earlier: 'Remboursements de ce retour jusqu’ici',
    choice: (amount) => `Oui, je rembourse ${amount} à l’acheteur`,
    button: 'Rembourser',
  },
  shown: {
    title: (amount) => `Remboursement de ${amount}`,
    sentences: {
      requested: 'La boutique a demandé ce remboursement. Il va être transmis au prestataire de paiement.',
      processing: 'Le prestataire de paiement a ce remboursement et l’exécute.',
      succeeded:
        'L’argent vous revient par le moyen de paiement que vous avez utilisé. Votre banque peut demander quelques jours ouvrés avant qu’il apparaisse.',
      declined:
        'Le prestataire de paiement n’a pas exécuté ce remboursement\u00a0: vous n’avez pas reçu l’argent. La boutique en est informée\u00a0; contactez-la pour toute question.',
      unknown:
        'Le prestataire de paiement n’a pas encore dit si ce remboursement a abouti. La vérification est en cours, et vous n’avez rien à faire.',
      failed:
        'Le prestataire de paiement est revenu sur ce remboursement\u00a0: vous n’avez pas l’argent. La boutique en est informée\u00a0; contactez-la pour toute question.',
    },
    heading: 'Ce qui est remboursé',
    receipt: 'Télécharger le reçu (PDF)',
  },
  done: {
    cancel: {
      title: 'Demande acceptée',
      sentence: 'L’annulation est faite, et l’acheteur en est informé par e-mail.',
    },
    'refuse-request': {
      title: 'Demande refusée',
      sentence: 'La commande suit son cours, et l’acheteur en est informé par e-mail.',
    },
    request: {
      title: 'Demande envoyée',
      sentence: 'La boutique en est informée et décide. Vous recevrez sa réponse par e-mail.',
    },
    submit: {
      title: 'Demande déposée',
      sentence:
        'Les justificatifs pour le transporteur sont prêts en PDF dans l’API de Navette. Enregistrez-y la décision quand vous la connaîtrez.',
    },
    'settle-return': {
      title: 'Remboursement demandé',
      sentence: 'L’acheteur est informé par e-mail dès que l’argent est en route.',
    },
  },
  over: {
    accepted: { title: 'Cette demande est déjà acceptée', sentence: 'Il n’y a plus rien à décider.' },
    refused: { title: 'Cette demande est déjà refusée', sentence: 'Il n’y a plus rien à décider.' },
    lapsed: {
      title: 'Cette demande est devenue sans objet',
      sentence: 'Ce qu’elle visait est parti ou a été annulé autrement. Il n’y a plus rien à décider.',
    },
    pending: {
      title: 'Le paiement n’est pas encore confirmé',
      sentence: 'La commande ne peut être annulée qu’ensuite. Revenez un peu plus tard.',
    },
    calledOff: {
      title: 'Cette commande est déjà annulée',
      sentence: 'Vous n’avez rien d’autre à faire.',
    },
    shipped: {
      title: 'Cette commande est déjà partie',
      sentence:
        'Elle ne peut plus être annulée. Si la loi vous donne un droit de rétractation, vous pouvez l’exercer ici, même avant l’arrivée du colis. Sinon, vous pourrez demander un retour une fois le colis reçu.',
    },
    requestOpen: {
      title: 'La boutique a votre demande',
      sentence: 'Elle n’y a pas encore répondu\u00a0: il n’est pas utile de la refaire.',
    },
    claimSubmitted: {
      title: 'Cette demande est déjà déposée',
      sentence: 'Enregistrez la décision par l’API de Navette quand vous la connaîtrez.',
    },
    claimDecided: {
      title: 'Une décision est déjà prise sur cette demande',
      sentence: 'Il n’y a plus rien à déposer.',
    },
    claimExpired: {
      title: 'Le délai de cette demande est dépassé',
      sentence: 'Elle ne peut plus être déposée.',
    },
    claimWithdrawn: {
      title: 'Cette demande a été retirée',
      sentence: 'Le colis est réapparu\u00a0: il n’y a plus de perte à indemniser.',
    },
    parcelDelivered: {
      title: 'Le colis a été livré',
      sentence: 'Il ne peut plus être déclaré perdu.',
    },
    parcelReturning: {
      title: 'Le colis revient',
      sentence: 'Il est en route vers l’expéditeur, ou déjà chez lui\u00a0: il ne peut être déclaré perdu.',
    },
    refunded: {
      title: 'Ce retour est déjà remboursé',
      sentence: 'Plus rien n’est dû à ce titre.',
    },
    refundUnderWay: {
      title: 'Le remboursement est déjà en cours',
      sentence: 'Plus rien n’est dû pour ce retour.',
    },
    notBack: {
      title: 'Rien n’est encore revenu',
      sentence: 'Vous pourrez rembourser ici une fois la réception des articles enregistrée.',
    },
    nothingOwed: {
      title: 'Rien n’est dû pour ce retour',
      sentence: 'Il n’y a plus rien à rembourser à ce titre.',
    },
  },
  requestStates: {
    requested: 'sans réponse pour l’instant',
    accepted: 'acceptée',
    refused: 'refusée',
    lapsed: 'devenue sans objet',
  },
  claimStates: {
    eligible: 'peut être déposée',
    opened: 'peut être déposée',
    submitted: 'déposée',
    approved: 'acceptée',
    reimbursed: 'payée',
    denied: 'rejetée',
    expired: 'non déposée à temps',
    withdrawn: 'retirée',
  },
  facts: {
    submittedAt: 'Déposée le',
    decidedAt: 'Décidée le',
    approved: 'Accordé',
    reimbursed: 'Versé',
    refund: 'Remboursement',
    noRefund: 'rien à rembourser',
  },
  refusals: {
    amountChanged: 'Le montant a changé entre-temps. Regardez-le de nouveau avant de valider.',
    itemsGone: 'Ces articles ne peuvent plus tous être annulés.',
    photosMissing: 'Il faut au moins une photo du dommage.',
    paymentUnknown:
      'La commande n’indique pas son paiement chez le prestataire\u00a0: elle ne peut être remboursée d’ici.',
    other: 'Ce n’est plus possible.',
  },
  tooLarge: 'Rien n’a été fait. Revenez en arrière et raccourcissez votre texte.',
};
