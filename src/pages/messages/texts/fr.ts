import type { MessageTexts } from './message-texts.ts';

export const fr: MessageTexts = {
  noOrder: 'Sans commande',
  timeZone: (zone) => `Fuseau horaire\u00a0: ${zone}`,
  conversation: {
    heading: 'La conversation',
    you: 'Vous',
    buyer: 'L’acheteur',
    shop: 'La boutique',
    automatic: 'réponse automatique',
    undelivered: 'non remis\u00a0: refusé par la messagerie de l’acheteur',
    asked: 'Le message auquel vous répondez',
    earlier: (count) => (count === 1 ? 'Un message précédent' : `${count} messages précédents`),
    leftOut: (count) =>
      count === 1
        ? 'Un message plus ancien n’est pas affiché.'
        : `${count} messages plus anciens ne sont pas affichés.`,
  },
  reply: {
    title: 'Répondre à l’acheteur',
    inTime: 'Une réponse est dans les temps jusqu’au',
    late: (dueAt) =>
      `Le délai de réponse est dépassé depuis le ${dueAt}. L’acheteur attend toujours\u00a0: répondez-lui, même si la réponse compte comme tardive.`,
    answered: (at) => `Ce message a reçu une réponse le ${at}.`,
    excluded: 'Vous avez indiqué que ce message n’appelle pas de réponse.',
    stillWrite: 'Vous pouvez encore écrire à l’acheteur.',
    unreachable: (channel) =>
      `Aucune adresse e-mail n’est connue pour cet acheteur\u00a0: une réponse ne peut pas partir d’ici. Répondez-lui dans la messagerie du canal ${channel}.`,
    legend: 'Que voulez-vous faire\u00a0?',
    send: 'Envoyer une réponse',
    body: 'Votre réponse',
    bodyHint: '4\u00a0000 caractères au plus. Elle part par e-mail, sans montrer votre adresse.',
    leaveOut: 'Ne pas compter ce message dans vos temps de réponse (facultatif)',
    none: 'Aucune réponse n’est nécessaire',
    noneHint: 'Rien n’est envoyé, et le message n’est plus compté dans vos temps de réponse.',
    button: 'Valider',
    unsent: 'Votre texte, qui n’est pas parti',
  },
  write: {
    title: 'Écrire à la boutique',
    lead: 'Votre message est transmis à la boutique, qui vous répondra par e-mail.',
    body: 'Votre message',
    bodyHint: '4\u00a0000 caractères au plus',
    choice: 'Oui, j’envoie ce message à la boutique',
    button: 'Envoyer le message',
  },
  done: {
    reply: { title: 'Réponse envoyée', sentence: 'Votre réponse est enregistrée et part vers l’acheteur.' },
    'no-response-needed': {
      title: 'Aucune réponse n’est nécessaire',
      sentence: 'C’est noté, et rien n’a été envoyé à l’acheteur.',
    },
    record: {
      title: 'Message envoyé',
      sentence: 'La boutique a votre message et vous répondra par e-mail.',
    },
    unknown: { title: 'Ce lien a déjà servi', sentence: 'Il ne sert qu’une fois.' },
    notCounted: 'Le message de l’acheteur n’est pas compté dans vos temps de réponse.',
    undelivered: (channel) =>
      `La messagerie de l’acheteur a refusé cette réponse\u00a0: il ne l’a pas reçue. Répondez-lui dans la messagerie du canal ${channel}.`,
  },
  refusals: {
    unknownMessage: 'Ce message n’existe plus.',
    other: 'Cette action n’est pas possible pour ce message.',
  },
  tooLarge:
    'Rien n’a été fait. Un message compte au plus 4\u00a0000 caractères\u00a0: revenez en arrière et raccourcissez le vôtre.',
};
