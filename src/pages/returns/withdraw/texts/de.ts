import type { WithdrawTexts } from './withdraw-texts.ts';

export const de: WithdrawTexts = {
  title: 'Vertrag widerrufen',
  lead: 'Hier können Sie einen Kauf im Fernabsatz ohne Angabe von Gründen widerrufen. Wir senden Ihnen eine E-Mail mit einem Link: Der Widerruf wird wirksam, wenn Sie ihn dort bestätigen.',
  orderNumber: 'Bestellnummer',
  email: 'E-Mail-Adresse der Bestellung',
  emailHint: 'Die Adresse, die Sie bei der Bestellung angegeben haben.',
  button: 'Vertrag hier widerrufen',
  sent: {
    title: 'Sehen Sie in Ihr Postfach',
    sentence:
      'Wenn Nummer und Adresse zusammengehören, ist eine E-Mail mit dem Link zum Bestätigen unterwegs. Das kann einige Minuten dauern; sehen Sie bitte auch im Spam-Ordner nach.',
  },
  again: 'Nummer oder Adresse berichtigen',
  tooMany:
    'Von Ihrem Anschluss kamen zu viele Anfragen. Versuchen Sie es später noch einmal, oder schreiben Sie dem Shop: Für den Widerruf genügt ein einfacher Brief oder eine E-Mail.',
};
