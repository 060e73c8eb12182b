import type { TrackingTexts } from './tracking-texts.ts';

export const fr: TrackingTexts = {
  order: (number) => `Commande ${number}`,
  headlines: {
    pending: {
      title: 'Paiement en cours de vérification',
      sentence:
        'La commande a bien été reçue. La date de livraison s’affichera ici dès que le paiement aura été vérifié.',
    },
    unshipped: { title: 'En préparation', sentence: 'La commande est en cours de préparation.' },
    partly_shipped: {
      title: 'Expédiée en partie',
      sentence: 'Une partie de la commande est en route, le reste est en préparation.',
    },
    shipped: { title: 'En route', sentence: 'La commande a été remise au transporteur.' },
    delivered: { title: 'Livrée', sentence: 'La commande est arrivée.' },
    cancelled: {
      title: 'Annulée',
      sentence:
        'Cette commande a été annulée et ne sera pas livrée. Pour toute question, contactez la boutique.',
    },
    unfulfillable: {
      title: 'Livraison impossible',
      sentence:
        'Cette commande ne peut malheureusement pas être expédiée. La boutique en est informée\u00a0: contactez-la pour connaître la suite.',
    },
    returned_to_sender: {
      title: 'Retournée à l’expéditeur',
      sentence:
        'Le colis n’a pas pu être remis et a été renvoyé à l’expéditeur. Contactez la boutique pour connaître la suite.',
    },
  },
  progress: 'Avancement',
  steps: { ordered: 'Commandée', shipped: 'Expédiée', delivered: 'Livrée' },
  expected: 'Livraison prévue',
  deliveredOn: 'Livrée le',
  late: 'La date prévue est dépassée. Sans nouvelles rapidement, contactez la boutique.',
  parcel: 'Colis',
  parcelOf: (position, count) => `Colis ${position} sur ${count}`,
  carrier: 'Transporteur',
  trackingNumber: 'Numéro de suivi',
  shippedOn: 'Expédié le',
  history: 'Historique du suivi',
  statuses: {
    accepted: 'Pris en charge par le transporteur',
    in_transit: 'En cours d’acheminement',
    out_for_delivery: 'En cours de livraison',
    delivered: 'Livré',
    exception: 'Incident signalé par le transporteur',
    damaged: 'Dommage signalé par le transporteur',
    lost: 'Perte signalée par le transporteur',
    returning: 'En retour vers l’expéditeur',
    returned_to_sender: 'Retourné à l’expéditeur',
  },
  noScans:
    'Pas encore de nouvelles du transporteur. Les premières peuvent n’apparaître que le lendemain de l’expédition.',
  localTimes: 'Heures du lieu de livraison.',
  utcTimes: 'Heures UTC.',
  language: 'Langue',
  notFound: {
    title: 'Cette page n’existe pas',
    sentence:
      'Le lien est peut-être incomplet. Ouvrez-le de nouveau depuis votre message, ou demandez-en un nouveau à la boutique.',
  },
  tooMany: {
    title: 'Un instant, s’il vous plaît',
    sentence: 'Cette page a été ouverte de très nombreuses fois. Réessayez dans une minute.',
  },
};
