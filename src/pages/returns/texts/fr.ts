import type { LinkTexts } from './link-texts.ts';

export const fr: LinkTexts = {
  language: 'Langue',
  order: (number) => `Commande ${number}`,
  localTimes: 'Heures du lieu de livraison de la commande.',
  utcTimes: 'Heures UTC.',
  error: 'Erreur',
  errorSummary: 'Rien n’a encore été enregistré. À corriger\u00a0:',
  faults: {
    choice_missing: 'Cochez la case pour confirmer votre choix.',
    choose_one: 'Choisissez une des possibilités.',
    required: 'Remplissez ce champ.',
    too_long: 'Ce texte est trop long.',
    unstorable: 'Ce texte contient des caractères qui ne peuvent pas être enregistrés.',
    rma_form: 'Un numéro RMA compte 1 à 20 caractères\u00a0: lettres sans accent, chiffres, tirets.',
    rma_taken: 'Un autre retour porte déjà ce numéro RMA.',
    country_unknown: 'Choisissez un pays dans la liste.',
    postal_code_invalid: 'Ce code postal n’existe pas dans le pays choisi.',
    region_unknown: 'Cette région n’existe pas dans le pays choisi.',
    no_return_address: 'Indiquez une adresse de retour.',
    unknown_return_address: 'Cette adresse n’est plus enregistrée. Choisissez-en une autre.',
    label_missing: 'Choisissez le fichier de votre étiquette.',
    label_type: 'Ce fichier n’est pas un PDF ou un PNG utilisable.',
    label_too_large: 'Ce fichier dépasse 2\u00a0Mo.',
    reason_not_allowed: 'Ce motif n’est pas possible pour ce retour.',
    quantity_invalid: 'Indiquez un nombre entre 0 et la quantité demandée.',
    nothing_chosen: 'Indiquez au moins un article.',
    units_taken: 'D’autres retours déjà autorisés portent sur ces articles\u00a0: il n’en reste pas assez.',
    email_invalid: 'Indiquez une adresse e-mail complète, par exemple nom@exemple.fr.',
    refused: 'Cette action n’est pas possible pour ce retour.',
  },
  optional: 'facultatif',
  choose: 'Sélectionnez un motif',
  problems: {
    notFound: {
      title: 'Cette page n’existe pas',
      sentence: 'Le lien est peut-être incomplet. Ouvrez-le de nouveau depuis l’e-mail que vous avez reçu.',
    },
    expired: {
      title: 'Ce lien a expiré',
      sentence:
        'Par sécurité, les liens de nos e-mails ne fonctionnent que quelques jours. Rien n’a été modifié. Répondez à la demande depuis votre outil habituel, ou contactez la boutique.',
    },
    tooMany: {
      title: 'Un instant, s’il vous plaît',
      sentence: 'Cette page a été demandée de très nombreuses fois. Réessayez dans une minute.',
    },
    crossSite: {
      title: 'Rien n’a été fait',
      sentence:
        'Le formulaire a été envoyé depuis un autre site. Ouvrez le lien de l’e-mail et utilisez cette page.',
    },
    wrongType: {
      title: 'Rien n’a été fait',
      sentence:
        'Ce formulaire n’a pas été envoyé sous une forme connue. Ouvrez de nouveau le lien de l’e-mail.',
    },
    malformed: {
      title: 'Rien n’a été fait',
      sentence: 'Le formulaire est arrivé abîmé. Ouvrez de nouveau le lien de l’e-mail et réessayez.',
    },
    tooLarge: {
      title: 'Envoi trop volumineux',
      sentence:
        'Rien n’a été fait. Une étiquette ne peut dépasser 2\u00a0Mo\u00a0: revenez en arrière et choisissez un fichier plus petit.',
    },
  },
  request: {
    heading: 'La demande de retour',
    by: 'Demandé par',
    on: 'Date de la demande',
    reason: 'Motif',
    comment: 'Commentaire',
    withdrawal: 'Rétractation (aucun motif n’est exigé)',
    worthKnowing: 'À savoir',
    warnings: {
      duplicate_request: 'Une autre demande est en cours pour les mêmes articles.',
      outside_return_window: 'La demande est arrivée après la fin de votre délai de retour.',
      not_returnable: 'Un des articles est indiqué comme non retournable.',
      no_return_address: 'Aucune adresse de retour n’est enregistrée pour ce canal.',
      withdrawal_late: 'La rétractation a été déclarée après le délai légal de 14 jours.',
      withdrawal_unconfirmed: 'L’acheteur n’a pas encore confirmé sa rétractation.',
      cancelled_before_shipping:
        'Des articles qui n’étaient pas encore partis ont été annulés\u00a0: ils n’ont pas à revenir.',
    },
    keepItem: (cost, value) =>
      `Le retour coûterait ${cost} pour une marchandise de ${value}. Mieux vaut peut-être rembourser en totalité et laisser l’article à l’acheteur\u00a0: fermez alors la demande avec le motif correspondant.`,
    offerCredit: (cost, value) =>
      `L’acheteur paierait environ ${cost} de port pour une marchandise de ${value}. Assurez-vous qu’il le sait, et proposez-lui si possible un avoir.`,
  },
  authorize: {
    title: 'Autoriser la demande de retour',
    lead: 'L’acheteur recevra par e-mail le numéro RMA, l’adresse de retour et l’étiquette. Un remboursement reste à décider séparément.',
    rma: 'Numéro RMA',
    rmaGenerated: 'Numéro généré par Navette',
    rmaOwn: 'Mon propre numéro',
    rmaField: 'Votre numéro RMA',
    rmaHint: '1 à 20 caractères\u00a0: A–Z, 0–9, - et _',
    address: 'Adresse de retour',
    addressNew: 'Une nouvelle adresse',
    fields: {
      name: 'Nom ou société',
      line1: 'Adresse',
      line2: 'Complément d’adresse',
      postalCode: 'Code postal',
      city: 'Ville',
      region: 'Province, région ou État',
      country: 'Pays',
      phone: 'Téléphone',
    },
    label: 'Étiquette de retour',
    labelGenerated: 'Étiquette générée par Navette',
    labelGeneratedHint: 'Non prépayée, avec l’adresse de retour et le numéro RMA.',
    labelUploaded: 'Ma propre étiquette',
    labelFile: 'Fichier de l’étiquette',
    labelHint: 'PDF ou PNG, 2\u00a0Mo au plus',
    choice: 'Oui, j’autorise ce retour',
    button: 'Autoriser le retour',
  },
  close: {
    title: 'Fermer la demande de retour',
    lead: 'Le motif et votre message seront envoyés à l’acheteur. Vous pourrez encore le rembourser et lui écrire.',
    withdrawalLead:
      'L’acheteur a exercé son droit de rétractation. Vous ne pouvez fermer ce retour que si la rétractation est tardive ou si l’article en est légalement exclu.',
    reason: 'Motif de la fermeture',
    message: 'Message adressé à l’acheteur',
    messageHint: '1\u00a0000 caractères au plus',
    button: 'Fermer la demande',
  },
  reply: {
    title: 'Répondre à l’acheteur',
    lead: 'Votre message part par e-mail et compte comme réponse à la demande. La demande elle-même reste ouverte.',
    message: 'Votre message',
    messageHint: '4\u00a0000 caractères au plus',
    choice: 'Oui, j’envoie ce message à l’acheteur',
    button: 'Envoyer le message',
  },
  cancel: {
    title: 'Annuler le retour',
    lead: 'Vous gardez les articles et la boutique est prévenue. Vous pourrez faire une nouvelle demande plus tard.',
    choice: 'Oui, j’annule ma demande de retour',
    button: 'Annuler le retour',
  },
  confirm: {
    title: 'Confirmer la rétractation',
    lead: 'Vous avez déclaré vouloir vous rétracter du contrat. La rétractation prend effet quand vous la confirmez ici.',
    points: [
      'Vous n’avez pas à donner de motif.',
      'Un accusé de réception daté vous est envoyé par e-mail.',
      'Renvoyez les articles reçus dans les 14 jours\u00a0; ce qui n’est pas encore parti est annulé.',
      'Vous êtes remboursé dans les 14 jours, au plus tôt quand les articles sont arrivés ou leur envoi prouvé.',
    ],
    quantities: 'Articles concernés',
    quantitiesHint: 'Mettez 0 pour ce que vous gardez.',
    quantityOf: (title, most) => `${title} (${most} au plus)`,
    choice: 'Oui, je me rétracte du contrat pour ces articles',
    button: 'Confirmer la rétractation',
  },
  label: {
    title: 'Imprimer l’étiquette de retour',
    lead: 'Ainsi, la boutique reconnaît votre colis dès son arrivée\u00a0:',
    stepsGenerated: [
      'Imprimez la page et coupez-la le long de la ligne.',
      'Glissez la partie du haut, l’autorisation de retour, dans le colis.',
      'Collez la partie du bas, l’étiquette, sur le colis.',
      'Déposez le colis chez un transporteur. L’étiquette n’est pas prépayée\u00a0: gardez la preuve de dépôt.',
    ],
    stepsUploaded: [
      'Imprimez les deux documents.',
      'Glissez l’autorisation de retour dans le colis.',
      'Collez l’étiquette de la boutique sur le colis.',
      'Déposez le colis chez le transporteur indiqué et gardez la preuve de dépôt.',
    ],
    download: 'Télécharger l’étiquette (PDF)',
    downloadSlip: 'Télécharger l’autorisation de retour (PDF)',
    downloadUploaded: 'Télécharger l’étiquette de la boutique',
  },
  offers: {
    heading: 'Ce que vous pouvez faire',
    authorize_return: 'Autoriser la demande',
    close_return: 'Fermer la demande',
    reply_to_return: 'Répondre à l’acheteur',
    cancel_return: 'Annuler le retour',
    confirm_withdrawal: 'Confirmer la rétractation',
    print_return_label: 'Imprimer l’étiquette de retour',
  },
  done: {
    authorize_return: {
      title: 'Retour autorisé',
      sentence: 'L’acheteur reçoit par e-mail tout ce qu’il lui faut pour renvoyer les articles.',
    },
    close_return: {
      title: 'Demande fermée',
      sentence: 'L’acheteur reçoit le motif et votre message par e-mail.',
    },
    reply_to_return: {
      title: 'Message envoyé',
      sentence: 'Votre réponse est enregistrée et part vers l’acheteur.',
    },
    cancel_return: {
      title: 'Retour annulé',
      sentence: 'La boutique en est informée. Vous gardez les articles.',
    },
    confirm_withdrawal: {
      title: 'Rétractation confirmée',
      sentence: 'Un accusé de réception avec la date et l’heure vous est envoyé par e-mail\u00a0: gardez-le.',
    },
  },
  used: 'Ce lien a déjà servi, et ne sert qu’une fois. Ce que vous venez d’envoyer n’a rien changé.',
  pending: {
    title: 'C’est enregistré',
    sentence:
      'Votre réponse est en cours de traitement. Cela prend d’habitude quelques secondes\u00a0: inutile de la renvoyer.',
  },
  reload: 'Voir où cela en est',
  failed: {
    title: 'Cela n’a pas encore pu être terminé',
    sentence:
      'Votre réponse est enregistrée, mais un problème technique en a empêché le traitement. L’exploitant peut le relancer.',
  },
  over: {
    seller: {
      authorized: { title: 'Ce retour est déjà autorisé', sentence: 'Il n’y a plus rien à autoriser.' },
      received: {
        title: 'Les articles sont déjà arrivés',
        sentence: 'Ce retour ne peut plus être autorisé ni fermé.',
      },
      completed: { title: 'Ce retour est terminé', sentence: 'Il n’y a plus rien à décider.' },
      closed_by_buyer: { title: 'L’acheteur a annulé ce retour', sentence: 'Il n’y a plus rien à décider.' },
      closed_by_seller: { title: 'Cette demande est déjà fermée', sentence: 'Il n’y a plus rien à décider.' },
      closed_by_system: {
        title: 'Cette demande a été fermée automatiquement',
        sentence: 'Il n’y a plus rien à décider.',
      },
      unconfirmed: {
        title: 'Rétractation pas encore confirmée',
        sentence:
          'L’acheteur doit d’abord confirmer sa rétractation. Elle est ensuite autorisée d’elle-même, comme la loi le demande.',
      },
    },
    buyer: {
      authorized: {
        title: 'La boutique a déjà autorisé ce retour',
        sentence:
          'Il ne peut plus être annulé ici. Si vous préférez garder les articles, ne renvoyez rien et prévenez la boutique.',
      },
      received: { title: 'La boutique a reçu vos articles', sentence: 'Vous n’avez plus rien à faire.' },
      completed: { title: 'Ce retour est terminé', sentence: 'Vous n’avez plus rien à faire.' },
      closed_by_buyer: {
        title: 'Vous avez annulé ce retour',
        sentence: 'N’envoyez rien. Pour renvoyer les articles malgré tout, faites une nouvelle demande.',
      },
      closed_by_seller: {
        title: 'La boutique a fermé cette demande',
        sentence: 'N’envoyez rien. Pour toute question, contactez la boutique.',
      },
      closed_by_system: {
        title: 'Cette demande a été fermée',
        sentence: 'N’envoyez rien. Pour toute question, contactez la boutique.',
      },
      confirmed: {
        title: 'Cette rétractation est déjà confirmée',
        sentence: 'Vous n’avez pas à la confirmer de nouveau.',
      },
      not_authorized: {
        title: 'Pas encore d’étiquette',
        sentence: 'La boutique examine votre demande. L’étiquette sera ici dès qu’elle l’aura autorisée.',
      },
      no_address: {
        title: 'Pas encore d’étiquette',
        sentence: 'La boutique doit encore indiquer l’adresse de retour. Revenez ici un peu plus tard.',
      },
    },
  },
  facts: {
    when: 'Date',
    rma: 'Numéro RMA',
    returnAddress: 'Adresse de retour',
    reason: 'Motif',
    message: 'Message',
    refundBy: 'Remboursement au plus tard',
    toSendBack: 'À renvoyer',
    cancelled: 'Annulé, ne sera pas expédié',
  },
};
