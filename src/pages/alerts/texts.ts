import type { Language } from '../../domain/languages.ts';

/** What the page says by which a seller stops alert mails; the channel's name goes where it is asked for. */
interface StopAlertsTexts {
  readonly title: string;
  readonly sentence: (channel: string) => string;
  readonly choice: string;
  readonly choiceMissing: string;
  readonly button: string;
  readonly doneTitle: string;
  readonly done: (channel: string) => string;
}

export const stopAlertsTexts: Readonly<Record<Language, StopAlertsTexts>> = {
  fr: {
    title: 'Ne plus recevoir les alertes par e-mail',
    sentence: (channel) =>
      `Les alertes du canal ${channel} ne vous seront plus envoyées par e-mail. Elles restent visibles dans la liste des alertes. Les demandes de retour, qui attendent une réponse, continuent d’arriver.`,
    choice: 'Oui, arrêter les alertes par e-mail',
    choiceMissing: 'Cochez la case pour confirmer.',
    button: 'Arrêter les alertes',
    doneTitle: 'Les alertes par e-mail sont arrêtées',
    done: (channel) =>
      `Vous ne recevrez plus d’alertes du canal ${channel} par e-mail. Pour les reprendre, changez le réglage « alerts » du canal.`,
  },
  en: {
    title: 'Stop alerts by e-mail',
    sentence: (channel) =>
      `Alerts of the channel ${channel} will no longer be mailed to you. They are still listed among the alerts. Return requests, which wait for an answer, keep coming.`,
    choice: 'Yes, stop the alerts by e-mail',
    choiceMissing: 'Tick the box to confirm.',
    button: 'Stop the alerts',
    doneTitle: 'Alerts by e-mail are stopped',
    done: (channel) =>
      `You will get no more alerts of the channel ${channel} by e-mail. To have them again, change the channel’s setting “alerts”.`,
  },
  de: {
    title: 'Keine Benachrichtigungen mehr per E-Mail',
    sentence: (channel) =>
      `Benachrichtigungen zum Kanal ${channel} werden Ihnen nicht mehr per E-Mail gesendet. In der Liste stehen sie weiterhin. Rücksendeanfragen, die auf eine Antwort warten, kommen weiterhin an.`,
    choice: 'Ja, keine Benachrichtigungen mehr per E-Mail',
    choiceMissing: 'Setzen Sie das Häkchen, um zu bestätigen.',
    button: 'Benachrichtigungen beenden',
    doneTitle: 'Die Benachrichtigungen per E-Mail sind beendet',
    done: (channel) =>
      `Sie erhalten keine Benachrichtigungen zum Kanal ${channel} mehr per E-Mail. Wenn Sie sie wieder wünschen, ändern Sie die Einstellung „alerts“ des Kanals.`,
  },
  it: {
    title: 'Non ricevere più avvisi per e-mail',
    sentence: (channel) =>
      `Gli avvisi del canale ${channel} non Le saranno più inviati per e-mail. Restano visibili nell’elenco degli avvisi. Le richieste di reso, che attendono una risposta, continuano ad arrivare.`,
    choice: 'Sì, interrompere gli avvisi per e-mail',
    choiceMissing: 'Selezioni la casella per confermare.',
    button: 'Interrompere gli avvisi',
    doneTitle: 'Gli avvisi per e-mail sono interrotti',
    done: (channel) =>
      `Non riceverà più avvisi del canale ${channel} per e-mail. Per riattivarli, modifichi l’impostazione «alerts» del canale.`,
  },
  es: {
    title: 'Dejar de recibir avisos por correo',
    sentence: (channel) =>
      `Los avisos del canal ${channel} ya no se le enviarán por correo. Seguirán en la lista de avisos. Las solicitudes de devolución, que esperan una respuesta, seguirán llegando.`,
    choice: 'Sí, dejar de recibir los avisos por correo',
    choiceMissing: 'Marque la casilla para confirmar.',
    button: 'Dejar de recibir avisos',
    doneTitle: 'Ya no se envían avisos por correo',
    done: (channel) =>
      `Ya no recibirá por correo los avisos del canal ${channel}. Para volver a recibirlos, cambie el ajuste «alerts» del canal.`,
  },
};
