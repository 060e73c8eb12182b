import type { MessageTexts } from './message-texts.ts';

export const de: MessageTexts = {
  noOrder: 'Ohne Bestellung',
  timeZone: (zone) => `Zeitzone: ${zone}`,
  conversation: {
    heading: 'Der Nachrichtenverlauf',
    you: 'Sie',
    buyer: 'Der Käufer',
    shop: 'Der Shop',
    automatic: 'automatische Antwort',
    undelivered: 'nicht zugestellt: vom Mailserver des Käufers abgelehnt',
    asked: 'Auf diese Nachricht antworten Sie',
    earlier: (count) => (count === 1 ? 'Eine frühere Nachricht' : `${count} frühere Nachrichten`),
    leftOut: (count) =>
      count === 1
        ? 'Eine ältere Nachricht wird nicht angezeigt.'
        : `${count} ältere Nachrichten werden nicht angezeigt.`,
  },
  reply: {
    title: 'Dem Käufer antworten',
    inTime: 'Eine Antwort ist rechtzeitig bis',
    late: (dueAt) =>
      `Die Antwortfrist ist am ${dueAt} abgelaufen. Der Käufer wartet noch: Antworten Sie bitte, auch wenn die Antwort als verspätet zählt.`,
    answered: (at) => `Diese Nachricht wurde am ${at} beantwortet.`,
    excluded: 'Sie haben angegeben, dass diese Nachricht keine Antwort braucht.',
    stillWrite: 'Sie können dem Käufer weiterhin schreiben.',
    unreachable: (channel) =>
      `Von diesem Käufer ist keine E-Mail-Adresse bekannt: Eine Antwort lässt sich von hier nicht senden. Antworten Sie bitte im Nachrichtensystem des Kanals ${channel}.`,
    legend: 'Was möchten Sie tun?',
    send: 'Eine Antwort senden',
    body: 'Ihre Antwort',
    bodyHint: 'Höchstens 4.000 Zeichen. Sie geht per E-Mail hinaus und zeigt Ihre Adresse nicht.',
    leaveOut: 'Diese Nachricht nicht in Ihre Antwortzeiten einrechnen (freiwillig)',
    none: 'Es ist keine Antwort nötig',
    noneHint: 'Es wird nichts gesendet, und die Nachricht zählt nicht mehr in Ihren Antwortzeiten.',
    button: 'Bestätigen',
    unsent: 'Ihr Text, der nicht gesendet wurde',
  },
  write: {
    title: 'Dem Shop schreiben',
    lead: 'Ihre Nachricht geht an den Shop, der Ihnen per E-Mail antworten wird.',
    body: 'Ihre Nachricht',
    bodyHint: 'Höchstens 4.000 Zeichen',
    choice: 'Ja, diese Nachricht an den Shop senden',
    button: 'Nachricht senden',
  },
  done: {
    reply: {
      title: 'Antwort gesendet',
      sentence: 'Ihre Antwort ist gespeichert und auf dem Weg zum Käufer.',
    },
    'no-response-needed': {
      title: 'Es ist keine Antwort nötig',
      sentence: 'Das ist vermerkt, und dem Käufer wurde nichts gesendet.',
    },
    record: {
      title: 'Nachricht gesendet',
      sentence: 'Der Shop hat Ihre Nachricht und wird Ihnen per E-Mail antworten.',
    },
    unknown: { title: 'Dieser Link wurde schon verwendet', sentence: 'Er gilt nur einmal.' },
    notCounted: 'Die Nachricht des Käufers zählt nicht in Ihren Antwortzeiten.',
    undelivered: (channel) =>
      `Der Mailserver des Käufers hat diese Antwort abgelehnt, sie ist nicht angekommen. Antworten Sie bitte im Nachrichtensystem des Kanals ${channel}.`,
  },
  refusals: {
    unknownMessage: 'Diese Nachricht gibt es nicht mehr.',
    other: 'Das ist bei dieser Nachricht nicht möglich.',
  },
  tooLarge:
    'Es ist nichts geschehen. Eine Nachricht darf höchstens 4.000 Zeichen haben: Gehen Sie bitte zurück und kürzen Sie Ihre.',
};
