import { type Language, languages } from '../domain/languages.ts';
import { type Html, html } from './html.ts';

/** Each language by its own name, for those who do not read this one. */
const names: Readonly<Record<Language, string>> = {
  fr: 'Français',
  en: 'English',
  de: 'Deutsch',
  it: 'Italiano',
  es: 'Español',
};

/** The same page in the other languages; at `?lang=` of its own address, unless that says more. */
export const languageLinks = (
  current: Language,
  label: string,
  addressIn: (language: Language) => string = (language) => `?lang=${language}`,
): Html =>
  html`<nav aria-label="${label}"><ul>${languages.map((language) =>
    language === current
      ? html`<li><span aria-current="true" lang="${language}">${names[language]}</span></li>`
      : html`<li><a href="${addressIn(language)}" lang="${language}" hreflang="${language}">${names[language]}</a></li>`,
  )}</ul></nav>`;

/** The language that `?lang=` asks for; null: none of ours. */
export const languageAskedFor = (query: unknown): Language | null =>
  languages.find((language) => language === query) ?? null;
