import { createHash } from 'node:crypto';
import type { Language } from '../domain/languages.ts';
import { type Html, html, trusted } from './html.ts';
import { style } from './style.ts';

export interface Page {
  readonly language: Language;
  readonly title: string;
  /** Above the content: whose page it is, other languages. */
  readonly header?: Html;
  readonly main: Html;
  readonly footer?: Html;
  /** Tables and consoles; else a column that reads well. */
  readonly wide?: boolean;
}

const styleHash = createHash('sha256').update(style).digest('base64');

export interface PagePolicy {
  /** Whether forms may be posted, to this site only. */
  readonly forms?: boolean;
  /** Whether it may show other pages of this site in frames. */
  readonly frames?: boolean;
}

/** No script, nothing from elsewhere, our one style sheet by its hash; nobody may put the page in a frame. */
export const contentSecurityPolicy = ({ forms = false, frames = false }: PagePolicy = {}): string =>
  [
    `default-src 'none'`,
    `style-src 'sha256-${styleHash}'`,
    `form-action ${forms ? "'self'" : "'none'"}`,
    `frame-src ${frames ? "'self'" : "'none'"}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ');

/** A whole page: readable on a phone, in the dark, by a screen reader and on paper, without scripts. */
export const renderPage = ({ language, title, header, main, footer, wide = false }: Page): string =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<div class="${wide ? 'page wide' : 'page'}">
${header && html`<header>${header}</header>`}
<main>
${main}
</main>
${footer && html`<footer>${footer}</footer>`}
</div>
</body>
</html>
`.markup;
