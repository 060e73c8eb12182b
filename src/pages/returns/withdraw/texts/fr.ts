import type { WithdrawTexts } from './withdraw-texts.ts';

export const fr: WithdrawTexts = {
  title: 'Se rétracter du contrat',
  lead: 'Vous pouvez vous rétracter ici d’un achat fait à distance, sans donner de motif. Nous vous envoyons un e-mail avec un lien\u00a0: la rétractation prend effet quand vous l’y confirmez.',
  orderNumber: 'Numéro de commande',
  email: 'Adresse e-mail de la commande',
  emailHint: 'Celle que vous avez indiquée en commandant.',
  button: 'Se rétracter du contrat ici',
  sent: {
    title: 'Consultez votre boîte aux lettres',
    sentence:
      'Si ce numéro et cette adresse vont ensemble, un e-mail est en route avec le lien pour confirmer. Il peut mettre quelques minutes\u00a0; regardez aussi dans les indésirables.',
  },
  again: 'Corriger le numéro ou l’adresse',
  tooMany:
    'Trop de demandes sont venues de votre connexion. Réessayez plus tard, ou écrivez à la boutique\u00a0: une simple lettre ou un e-mail suffit pour se rétracter.',
};
