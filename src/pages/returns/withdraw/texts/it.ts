import type { WithdrawTexts } from './withdraw-texts.ts';

export const it: WithdrawTexts = {
  title: 'Recedere dal contratto',
  lead: 'Qui può recedere da un acquisto fatto a distanza senza indicare un motivo. Le inviamo un’e-mail con un link: il recesso ha effetto quando lo conferma lì.',
  orderNumber: 'Numero d’ordine',
  email: 'Indirizzo e-mail dell’ordine',
  emailHint: 'Quello che ha indicato quando ha ordinato.',
  button: 'Recedere dal contratto qui',
  sent: {
    title: 'Controlli la Sua posta',
    sentence:
      'Se il numero e l’indirizzo vanno insieme, è in arrivo un’e-mail con il link per confermare. Può volerci qualche minuto; guardi anche nella posta indesiderata.',
  },
  again: 'Correggere il numero o l’indirizzo',
  tooMany:
    'Dalla tua connessione sono arrivate troppe richieste. Riprovi più tardi oppure scriva al negozio: per recedere basta una semplice lettera o un’e-mail.',
};
