import { type DayNumber, dateFromDay } from '../calendar/day.ts';
import type { Language } from '../languages.ts';
import { writtenDate } from '../written-dates.ts';
import type { ExplanationCode, ExplanationStep } from './promise.ts';

interface Words {
  readonly payment: (date: string) => string;
  readonly cutOff: (date: string, cutOff: string) => string;
  readonly centreDayOff: (date: string) => string;
  readonly centreHoliday: (date: string, holiday: string) => string;
  readonly centreClosure: (date: string) => string;
  readonly handling: (days: number) => string;
  readonly shipBy: (date: string) => string;
  readonly shipped: (date: string) => string;
  readonly lane: (lane: string, min: number, max: number, carrier: string) => string;
  readonly carrierDayOff: (date: string, carrier: string) => string;
  readonly destinationHoliday: (date: string, holiday: string) => string;
}

const span = (min: number, max: number, joined: string) => (min === max ? `${min}` : `${min}${joined}${max}`);

const words: Readonly<Record<Language, Words>> = {
  fr: {
    payment: (date) => `Le paiement a été vérifié le ${date} : le délai court à partir de là.`,
    cutOff: (date, cutOff) => `Le ${date}, l'heure limite de ${cutOff} était passée.`,
    centreDayOff: (date) => `Le centre logistique ne travaille pas le ${date}.`,
    centreHoliday: (date, holiday) => `Le ${date} est férié au centre logistique : ${holiday}.`,
    centreClosure: (date) => `Le centre logistique est fermé le ${date}.`,
    handling: (days) =>
      days === 1 ? 'La préparation demande 1 jour ouvré.' : `La préparation demande ${days} jours ouvrés.`,
    shipBy: (date) => `La commande est expédiée au plus tard le ${date}.`,
    shipped: (date) => `Le colis est parti le ${date}.`,
    lane: (lane, min, max, carrier) =>
      `Trajet ${lane}, avec ${carrier} : ${span(min, max, ' à ')} ${max > 1 ? 'jours' : 'jour'} de livraison.`,
    carrierDayOff: (date, carrier) => `${carrier} ne livre pas le ${date}.`,
    destinationHoliday: (date, holiday) => `Le ${date} est férié à destination : ${holiday}.`,
  },
  en: {
    payment: (date) => `Payment was verified on ${date}; the time counts from then.`,
    cutOff: (date, cutOff) => `On ${date} the cut-off time of ${cutOff} had passed.`,
    centreDayOff: (date) => `The fulfilment centre does not work on ${date}.`,
    centreHoliday: (date, holiday) => `${date} is a public holiday at the fulfilment centre: ${holiday}.`,
    centreClosure: (date) => `The fulfilment centre is closed on ${date}.`,
    handling: (days) => `Handling takes ${days} working ${days === 1 ? 'day' : 'days'}.`,
    shipBy: (date) => `The order ships by ${date}.`,
    shipped: (date) => `The parcel left on ${date}.`,
    lane: (lane, min, max, carrier) =>
      `Route ${lane} with ${carrier}: ${span(min, max, ' to ')} delivery ${max === 1 ? 'day' : 'days'}.`,
    carrierDayOff: (date, carrier) => `${carrier} does not deliver on ${date}.`,
    destinationHoliday: (date, holiday) => `${date} is a public holiday at the destination: ${holiday}.`,
  },
  de: {
    payment: (date) => `Die Zahlung wurde am ${date} bestätigt; ab dann zählt die Frist.`,
    cutOff: (date, cutOff) => `Am ${date} war der Annahmeschluss um ${cutOff} Uhr bereits vorbei.`,
    centreDayOff: (date) => `Das Versandzentrum arbeitet am ${date} nicht.`,
    centreHoliday: (date, holiday) => `Am ${date} ist am Versandzentrum Feiertag: ${holiday}.`,
    centreClosure: (date) => `Das Versandzentrum ist am ${date} geschlossen.`,
    handling: (days) =>
      days === 1 ? 'Die Bearbeitung dauert 1 Arbeitstag.' : `Die Bearbeitung dauert ${days} Arbeitstage.`,
    shipBy: (date) => `Die Bestellung wird spätestens am ${date} versandt.`,
    shipped: (date) => `Das Paket wurde am ${date} versandt.`,
    lane: (lane, min, max, carrier) =>
      `Strecke ${lane} mit ${carrier}: ${span(min, max, ' bis ')} ${max === 1 ? 'Zustelltag' : 'Zustelltage'}.`,
    carrierDayOff: (date, carrier) => `${carrier} stellt am ${date} nicht zu.`,
    destinationHoliday: (date, holiday) => `Am ${date} ist am Zielort Feiertag: ${holiday}.`,
  },
  it: {
    payment: (date) => `Il pagamento è stato verificato ${date}: i tempi decorrono da allora.`,
    cutOff: (date, cutOff) => `L'orario limite delle ${cutOff} di ${date} era già passato.`,
    centreDayOff: (date) => `Il centro logistico non lavora ${date}.`,
    centreHoliday: (date, holiday) => `Festività presso il centro logistico, ${date}: ${holiday}.`,
    centreClosure: (date) => `Il centro logistico è chiuso ${date}.`,
    handling: (days) =>
      days === 1
        ? 'La preparazione richiede 1 giorno lavorativo.'
        : `La preparazione richiede ${days} giorni lavorativi.`,
    shipBy: (date) => `L'ordine viene spedito entro ${date}.`,
    shipped: (date) => `Il pacco è partito ${date}.`,
    lane: (lane, min, max, carrier) =>
      `Tratta ${lane} con ${carrier}: ${span(min, max, '-')} ${max === 1 ? 'giorno' : 'giorni'} di consegna.`,
    carrierDayOff: (date, carrier) => `${carrier} non consegna ${date}.`,
    destinationHoliday: (date, holiday) => `Festività a destinazione, ${date}: ${holiday}.`,
  },
  es: {
    payment: (date) => `El pago se verificó el ${date}: el plazo cuenta desde entonces.`,
    cutOff: (date, cutOff) => `El ${date} ya había pasado la hora límite de las ${cutOff}.`,
    centreDayOff: (date) => `El centro logístico no trabaja el ${date}.`,
    centreHoliday: (date, holiday) => `El ${date} es festivo en el centro logístico: ${holiday}.`,
    centreClosure: (date) => `El centro logístico está cerrado el ${date}.`,
    handling: (days) =>
      days === 1
        ? 'La preparación requiere 1 día laborable.'
        : `La preparación requiere ${days} días laborables.`,
    shipBy: (date) => `El pedido sale a más tardar el ${date}.`,
    shipped: (date) => `El paquete salió el ${date}.`,
    lane: (lane, min, max, carrier) =>
      `Trayecto ${lane} con ${carrier}: ${span(min, max, ' a ')} ${max === 1 ? 'día' : 'días'} de entrega.`,
    carrierDayOff: (date, carrier) => `${carrier} no entrega el ${date}.`,
    destinationHoliday: (date, holiday) => `El ${date} es festivo en destino: ${holiday}.`,
  },
};

/** A bundle names the same few days again and again. */
const written = new Map<string, string>();
const mostWritten = 20_000;

const humanDate = (day: DayNumber, language: Language): string => {
  const key = `${language}${day}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const text = writtenDate(dateFromDay(day), language);
  if (written.size >= mostWritten) written.clear();
  written.set(key, text);
  return text;
};

/** Collects the steps of one promise, in order, in the buyer's language. */
export class Explanation {
  readonly steps: ExplanationStep[] = [];
  readonly #language: Language;
  readonly #words: Words;

  constructor(language: Language) {
    this.#language = language;
    this.#words = words[language];
  }

  get language(): Language {
    return this.#language;
  }

  /** A step about one day, whose sentence begins or turns on the human date. */
  on(code: ExplanationCode, day: DayNumber, sentence: (words: Words, date: string) => string): void {
    const detail = sentence(this.#words, humanDate(day, this.#language));
    this.steps.push({ code, date: dateFromDay(day), detail });
  }

  add(code: ExplanationCode, sentence: (words: Words) => string): void {
    this.steps.push({ code, detail: sentence(this.#words) });
  }
}
