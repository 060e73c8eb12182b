/** A buyer and where the parcel goes; `.example` addresses reach nobody. */
export interface Person {
  readonly buyer: { readonly name: string; readonly email: string; readonly language?: string };
  readonly shipTo: {
    readonly name: string;
    readonly line1: string;
    readonly postalCode: string;
    readonly city: string;
    readonly country: string;
  };
}

const person = (
  name: string,
  line1: string,
  [country, postalCode, city]: readonly [string, string, string],
  language?: string,
): Person => {
  const email = `${name
    .normalize('NFD')
    .replace(/[^A-Za-z]+/g, '.')
    .toLowerCase()}@buyers.example`;
  return {
    buyer: { name, email, ...(language === undefined ? {} : { language }) },
    shipTo: { name, line1, postalCode, city, country },
  };
};

export const people = {
  paris: person('Camille Martin', '12 rue Oberkampf', ['FR', '75011', 'Paris']),
  lyon: person('Hugo Bernard', '8 rue de la Soie', ['FR', '69003', 'Lyon']),
  strasbourg: person('Léa Schmitt', '3 quai des Bateliers', ['FR', '67000', 'Strasbourg']),
  ajaccio: person('Ange Casanova', '21 cours Napoléon', ['FR', '20000', 'Ajaccio']),
  monaco: person('Chloé Rossi', '5 rue Grimaldi', ['FR', '98000', 'Monaco']),
  berlin: person('Jonas Weber', 'Oranienstraße 40', ['DE', '10999', 'Berlin'], 'de'),
  munich: person('Anna Huber', 'Sendlinger Straße 7', ['DE', '80331', 'München'], 'de'),
  milan: person('Giulia Ferrari', 'Via Tortona 15', ['IT', '20144', 'Milano'], 'it'),
  madrid: person('Lucía Romero', 'Calle del Pez 9', ['ES', '28004', 'Madrid'], 'es'),
  canaries: person('Iván Santana', 'Calle Triana 60', ['ES', '35002', 'Las Palmas'], 'es'),
  brussels: person('Emma Peeters', 'Rue Haute 112', ['BE', '1000', 'Bruxelles'], 'fr'),
  stockholm: person('Elsa Lindqvist', 'Götgatan 31', ['SE', '116 21', 'Stockholm'], 'en'),
  dublin: person('Aoife Byrne', '14 Capel Street', ['IE', 'D01 X2P2', 'Dublin'], 'en'),
} satisfies Record<string, Person>;
