import type { Request } from 'express';
import { type Language, languages } from '../../domain/languages.ts';
import { html } from '../html.ts';
import { languageAskedFor, languageLinks } from '../language-links.ts';
import type { Page } from '../layout.ts';
import { textsOf } from './texts/index.ts';
import type { Headline } from './texts/link-texts.ts';

/** Without a return to ask: what was asked for, else what the browser likes. */
export const languageOf = (req: Pick<Request, 'acceptsLanguages' | 'query'>): Language => {
  const liked = req.acceptsLanguages([...languages]);
  return languageAskedFor(req.query.lang) ?? languageAskedFor(liked) ?? 'en';
};

/** A page that says one thing and knows of no return. */
export const headlinePage = (language: Language, { title, sentence }: Headline): Page => ({
  language,
  title,
  header: html`<span></span>${languageLinks(language, textsOf[language].language)}`,
  main: html`<section class="card"><h1>${title}</h1><p class="lead">${sentence}</p></section>`,
});
