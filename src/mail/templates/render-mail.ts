import type { Language } from '../../domain/languages.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { blockHtml, blockText, colon, type MailBlock } from './mail-blocks.ts';

/** What a template gives: the three texts of a mail. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface MailLink {
  readonly label: string;
  readonly url: string;
}

/** What a mail says, before it is dressed. Plain text throughout: whatever it holds is escaped. */
export interface MailContent {
  readonly subject: string;
  readonly paragraphs: readonly MailBlock[];
  /** One thing to do next, as a button. */
  readonly action?: MailLink;
  /** What may be done instead, as links below it. */
  readonly links?: readonly MailLink[];
  /** It hands on what a person wrote, so it must not call itself automatic. */
  readonly relayed?: boolean;
}

const greetings: Record<Language, string> = {
  fr: 'Bonjour,',
  en: 'Hello,',
  de: 'Guten Tag,',
  it: 'Buongiorno,',
  es: 'Buenos días:',
};

const footers: Record<Language, string> = {
  fr: 'Ce message a été envoyé automatiquement par Navette.',
  en: 'This message was sent automatically by Navette.',
  de: 'Diese Nachricht wurde automatisch von Navette gesendet.',
  it: 'Questo messaggio è stato inviato automaticamente da Navette.',
  es: 'Navette ha enviado este mensaje automáticamente.',
};

const relayFooters: Record<Language, string> = {
  fr: 'Message de la boutique, transmis par Navette.',
  en: 'A message from the shop, passed on by Navette.',
  de: 'Nachricht des Shops, übermittelt von Navette.',
  it: 'Messaggio del negozio, trasmesso da Navette.',
  es: 'Mensaje de la tienda, transmitido por Navette.',
};

/** Makes the text and HTML parts of a mail, greeting and footer added. */
export const renderMail = (
  { subject, paragraphs, action, links = [], relayed = false }: MailContent,
  language: Language,
): RenderedMail => {
  const greeting = greetings[language];
  const footer = (relayed ? relayFooters : footers)[language];
  const blocks = [greeting, ...paragraphs];
  const allLinks = action === undefined ? links : [action, ...links];
  const written = [
    ...blocks.map((block) => blockText(block, language)),
    ...allLinks.map(({ label, url }) => `${label}${colon[language]} ${url}`),
  ];
  const body = [
    ...blocks.map(blockHtml),
    ...(action === undefined ? [] : [button(action)]),
    ...(links.length === 0 ? [] : [textLinks(links)]),
  ];
  return {
    subject,
    // "-- " on its own line is where mail programs see the signature begin.
    text: `${written.join('\n\n')}\n\n-- \n${footer}\n`,
    html: page({ subject, body: body.join('\n'), footer }, language),
  };
};

interface Page {
  readonly subject: string;
  /** Markup. */
  readonly body: string;
  readonly footer: string;
}

/** Colours twice: inline for programs that drop style sheets, classes for those that know the dark. */
const page = ({ subject, body, footer }: Page, language: Language): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .back { background: #14181c !important; }
  .card { background: #1e2429 !important; color: #e8ecef !important; }
  .foot, .soft { color: #9aa7b1 !important; }
  .line { border-color: #4a5a66 !important; }
  .link { color: #7cc4e8 !important; }
  .button { background: #7cc4e8 !important; color: #10202b !important; }
}
</style>
</head>
<body class="back" style="margin:0;padding:0;background:#f3f5f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px"><tr>
<td class="card" style="padding:28px 28px 12px;background:#ffffff;color:#1b2730;border-radius:10px;overflow-wrap:anywhere;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
${body}
</td></tr><tr>
<td class="foot" style="padding:16px 28px;color:#5b6b77;font:13px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">${escapeHtml(footer)}</td>
</tr></table>
</td></tr></table>
</body>
</html>
`;

const button = ({ label, url }: MailLink): string =>
  `<p style="margin:8px 0 20px"><a class="button" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5a80;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>`;

/** Each with room around it, for thumbs. */
const textLinks = (links: readonly MailLink[]): string =>
  `<p style="margin:0 0 12px">${links
    .map(
      ({ label, url }) =>
        `<a class="link" href="${escapeHtml(url)}" style="display:inline-block;padding:6px 20px 6px 0;color:#0b5a80">${escapeHtml(label)}</a>`,
    )
    .join('\n')}</p>`;
