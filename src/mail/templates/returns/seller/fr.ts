import { closureReasonWords } from '../../../../domain/returns/words.ts';
import type { SellerTexts } from './seller-texts.ts';

export const fr: SellerTexts = {
  requested: ({ orderNumber, channel }, requestedBy) => ({
    subject: `Commande ${orderNumber}\u00a0: demande de retour à traiter`,
    opening: {
      buyer: `L’acheteur demande à retourner des articles de la commande ${orderNumber} (${channel}).`,
      gift_recipient: `La personne qui a reçu en cadeau des articles de la commande ${orderNumber} (${channel}) demande à les retourner.`,
      seller: `Votre demande de retour pour la commande ${orderNumber} (${channel}) attend encore une autorisation.`,
    }[requestedBy],
    next: requestedBy === 'gift_recipient' ? ['C’est à vous de décider d’un éventuel remboursement.'] : [],
  }),
  answerBefore: (moment) =>
    `Merci d’y répondre avant le ${moment}. Un simple message compte aussi comme réponse.`,
  warningsHeading: 'À savoir',
  warning: (code, others) =>
    ({
      duplicate_request:
        others > 1
          ? `${others} autres demandes sont en cours pour les mêmes articles.`
          : 'Une autre demande est en cours pour les mêmes articles.',
      outside_return_window: 'La demande est arrivée après la fin de votre délai de retour.',
      not_returnable: 'Un des articles est indiqué comme non retournable.',
      no_return_address: 'Aucune adresse de retour n’est enregistrée pour ce canal.',
      withdrawal_late: 'La rétractation a été déclarée après le délai légal de 14\u00a0jours.',
      withdrawal_unconfirmed: 'L’acheteur n’a pas encore confirmé sa rétractation.',
      cancelled_before_shipping: 'Les articles qui n’étaient pas encore partis ont été annulés.',
    })[code],
  advice: (code, cost, value) =>
    code === 'keep_item'
      ? `Le retour vous coûterait environ ${cost}, pour des articles payés ${value}. Mieux vaut peut-être rembourser en totalité sans faire revenir les articles\u00a0: fermez alors la demande avec le motif «\u00a0${closureReasonWords.fr.refund_without_return}\u00a0».`
      : `L’acheteur paierait environ ${cost} de port, pour des articles payés ${value}. Assurez-vous qu’il le sait et proposez-lui, si possible, un avoir.`,
  actHere: 'Vous pouvez autoriser la demande, la fermer ou y répondre par un message.',
  actElsewhere: (channel) =>
    `Traitez la demande depuis votre propre système, relié à l’API de Navette, ou depuis votre compte vendeur (${channel}).`,
  cancelled: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: retour annulé par l’acheteur`,
    opening: `L’acheteur a annulé sa demande de retour pour la commande ${orderNumber} (${channel}).`,
    next: [
      'Vous n’avez rien à faire\u00a0: il garde les articles. Il pourra faire une nouvelle demande plus tard.',
    ],
  }),
  withdrawn: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: rétractation de l’acheteur`,
    opening: `L’acheteur a exercé son droit de rétractation pour la commande ${orderNumber} (${channel}). Il n’a pas à donner de motif.`,
    next: [],
  }),
  needsAddress:
    'Aucune adresse de retour n’est enregistrée. Merci d’en indiquer une pour ce retour, par l’API de Navette\u00a0: l’acheteur attend ses documents pour renvoyer les articles.',
  unitsCancelled: (units) =>
    units === 1
      ? 'Un article n’était pas encore parti\u00a0: il est annulé, merci de ne pas l’expédier.'
      : `${units} articles n’étaient pas encore partis\u00a0: ils sont annulés, merci de ne pas les expédier.`,
  refundBy: (day) =>
    `Remboursez l’acheteur au plus tard le ${day}, sans frais de remise en stock. Pour les articles déjà expédiés, vous pouvez attendre leur arrivée ou une preuve de leur envoi. Si toute la commande est concernée, la livraison standard est aussi à rembourser.`,
  mayCloseLate:
    'La rétractation a été déclarée après le délai légal de 14\u00a0jours\u00a0: vous pouvez l’accepter, ou fermer le retour pour ce motif.',
  mayCloseExempt:
    'Le retour est autorisé d’office. Vous ne pouvez le fermer que si les articles sont légalement exclus du droit de rétractation.',
  escalated: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: réclamation au titre de la garantie`,
    opening: `L’acheteur a porté son retour pour la commande ${orderNumber} (${channel}) devant la garantie de la place de marché.`,
    next: [
      'Répondez à la réclamation depuis votre compte vendeur, avec ce que vous savez de ce retour. Le délai de réponse à la demande ne court plus.',
    ],
  }),
  warned: ({ orderNumber, channel }, answerBy) => ({
    subject: `Commande ${orderNumber}\u00a0: demande de retour sans réponse`,
    opening: `La demande de retour pour la commande ${orderNumber} (${channel}) attend encore votre réponse, à donner avant le ${answerBy}.`,
    next: [],
  }),
  breached: ({ orderNumber, channel }, answerBy) => ({
    subject: `Commande ${orderNumber}\u00a0: délai de réponse dépassé`,
    opening: `La demande de retour pour la commande ${orderNumber} (${channel}) est restée sans réponse\u00a0: le délai a pris fin le ${answerBy}. Merci d’y répondre dès que possible.`,
    next: [],
  }),
  mismatch: ({ orderNumber, channel }) => ({
    subject: `Commande ${orderNumber}\u00a0: des articles reçus ne correspondent pas au retour`,
    opening: `Ce qui est arrivé pour la commande ${orderNumber} (${channel}) ne correspond pas au retour autorisé.`,
    next: [
      'Décidez pour chaque article, par l’API de Navette\u00a0: l’accepter, le renvoyer à l’acheteur ou le laisser en suspens.',
    ],
  }),
  mismatchHeading: 'Reçu sans autorisation',
  authorizeLabel: 'Autoriser la demande',
  closeLabel: 'Fermer la demande',
  replyLabel: 'Répondre par un message',
};
