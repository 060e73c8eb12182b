import type { Language } from './languages.ts';

const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB', de: 'de-DE', it: 'it-IT', es: 'es-ES' };

/**
 * Minor units of ISO 4217 where they are not hundredths. Not asked of Intl: it follows what is paid in cash, where
 * Hungary or Indonesia have none, and would write such amounts a hundred times too high.
 */
const minorDigits: Readonly<Record<number, readonly string[]>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
  3: 'BHD IQD JOD KWD LYD OMR TND'.split(' '),
  4: 'CLF UYW'.split(' '),
};

const digitsByCurrency: ReadonlyMap<string, number> = new Map(
  Object.entries(minorDigits).flatMap(([digits, currencies]) =>
    currencies.map((currency) => [currency, Number(digits)] as const),
  ),
);

const digitsOf = (currency: string): number => digitsByCurrency.get(currency) ?? 2;

const formatters = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times what using it does. */
const formatterOf = (currency: string, language: Language): Intl.NumberFormat => {
  const key = `${language} ${currency}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const digits = digitsOf(currency);
  const made = new Intl.NumberFormat(locales[language], {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
};

/** As text, since a division in floating point would lose minor units of large amounts. */
const decimalOf = (amountMinor: number, digits: number): `${number}` => {
  const amount = BigInt(amountMinor);
  const plain = String(amount < 0n ? -amount : amount).padStart(digits + 1, '0');
  const point = plain.length - digits;
  const decimal = digits === 0 ? plain : `${plain.slice(0, point)}.${plain.slice(point)}`;
  return `${amount < 0n ? '-' : ''}${decimal}` as `${number}`;
};

/**
 * An amount as readers of the language write it, to the minor unit: "1 234,50 €" in French (with no-break spaces),
 * "JP¥1,200", "KWD 12.345". `amountMinor` is a whole number of the currency's minor units as ISO 4217 counts them,
 * `currency` three letters. Throws RangeError on what is neither.
 */
export const moneyText = (amountMinor: number, currency: string, language: Language): string =>
  formatterOf(currency, language).format(decimalOf(amountMinor, digitsOf(currency)));
