import type { Language } from '../../domain/languages.ts';
import { escapeHtml } from '../../platform/escape-html.ts';

/** What a template gives: the three texts of a mail. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a mail says, before it is dressed. Plain text throughout: whatever it holds is escaped. */
export interface MailContent {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** One thing to do next, as a button. */
  readonly action?: { readonly label: string; readonly url: string };
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

/** Makes the text and HTML parts of a mail, greeting and footer added. */
export const renderMail = (
  { subject, paragraphs, action }: MailContent,
  language: Language,
): RenderedMail => {
  const greeting = greetings[language];
  const footer = footers[language];
  const link = action === undefined ? [] : [`${action.label}${colon[language]} ${action.url}`];
  return {
    subject,
    // "-- " on its own line is where mail programs see the signature begin.
    text: `${[greeting, ...paragraphs, ...link].join('\n\n')}\n\n-- \n${footer}\n`,
    html: page({ subject, paragraphs: [greeting, ...paragraphs], action, footer }, language),
  };
};

/** French sets a no-break space before it. */
const colon: Record<Language, string> = { fr: '\u00a0:', en: ':', de: ':', it: ':', es: ':' };

type Page = MailContent & { readonly footer: string };

/** Colours twice: inline for programs that drop style sheets, classes for those that know the dark. */
const page = ({ subject, paragraphs, action, footer }: Page, language: Language): string => `<!doctype html>
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
  .foot { color: #9aa7b1 !important; }
  .button { background: #7cc4e8 !important; color: #10202b !important; }
}
</style>
</head>
<body class="back" style="margin:0;padding:0;background:#f3f5f7">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px"><tr>
<td class="card" style="padding:28px 28px 12px;background:#ffffff;color:#1b2730;border-radius:10px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">
${paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join('\n')}
${action === undefined ? '' : button(action)}</td></tr><tr>
<td class="foot" style="padding:16px 28px;color:#5b6b77;font:13px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif">${escapeHtml(footer)}</td>
</tr></table>
</td></tr></table>
</body>
</html>
`;

const button = ({ label, url }: { label: string; url: string }): string =>
  `<p style="margin:8px 0 20px"><a class="button" href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5a80;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>\n`;
