import type { MailboxMessage } from '../../../db/repositories/mailbox/mailbox-messages.ts';
import { type Html, html } from '../html.ts';
import type { Page } from '../layout.ts';

/** "2026-05-07 14:05:09 UTC": for developers, who compare it with logs. */
const stamp = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`;

const header = html`<span class="name">Development mailbox</span><span>No SMTP_URL is set: mails are caught here</span>`;

/** All messages, newest first. `base` is where the mailbox is mounted. */
export const mailboxList = (messages: readonly MailboxMessage[], base: string): Page => ({
  language: 'en',
  title: 'Development mailbox',
  wide: true,
  header,
  main: html`<section class="card">
<h1>Mailbox</h1>
${
  messages.length === 0
    ? html`<p class="soft">No mail yet. What Navette sends appears here; reload to look again.</p>`
    : html`<ul class="rows">${messages.map((message) => row(message, base))}</ul>`
}
</section>`,
  footer: html`<p>As JSON: <a href="${base}/api/messages">${base}/api/messages</a></p>`,
});

const row = ({ id, to, subject, attachments, receivedAt }: MailboxMessage, base: string): Html =>
  html`<li><a href="${base}/messages/${id}"><span>${to}</span><span class="subject">${subject}${
    attachments.length > 0 &&
    html` <span class="soft">+ ${attachments.length} file${attachments.length > 1 && 's'}</span>`
  }</span><time class="soft" datetime="${receivedAt}">${stamp(receivedAt)}</time></a></li>`;

/** One message: its head, both parts, its files. */
export const mailboxMessage = (message: MailboxMessage, base: string): Page => {
  const { id, from, to, subject, text, messageId, headers, attachments, receivedAt } = message;
  return {
    language: 'en',
    title: subject,
    wide: true,
    header: html`${header}<a href="${base}">All messages</a>`,
    main: html`<section class="card">
<h1>${subject}</h1>
<dl>
<dt>From</dt><dd>${from}</dd>
<dt>To</dt><dd>${to}</dd>
<dt>Received</dt><dd>${stamp(receivedAt)}</dd>
<dt>Message-ID</dt><dd>${messageId}</dd>
${Object.entries(headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
</dl>
${
  attachments.length > 0 &&
  html`<h3>Files</h3><ul>${attachments.map(
    ({ filename, contentType, size }, n) =>
      html`<li><a href="${base}/messages/${id}/attachments/${n}">${filename}</a> <span class="soft">${contentType}, ${size} bytes</span></li>`,
  )}</ul>`
}
</section>
<section class="card"><h2>Text part</h2><pre>${withLinks(text)}</pre></section>
<section class="card"><h2>HTML part</h2>
<iframe title="HTML part" sandbox="allow-popups allow-popups-to-escape-sandbox" src="${base}/messages/${id}/html"></iframe>
</section>`,
  };
};

export const mailboxMissing = (base: string): Page => ({
  language: 'en',
  title: 'No such message',
  wide: true,
  header,
  main: html`<section class="card"><h1>No such message</h1>
<p>The mailbox keeps the newest 1,000. <a href="${base}">All messages</a></p></section>`,
});

/** Addresses in a text as links, so that a seller's next step is one click away here too. */
const withLinks = (text: string): Html[] =>
  text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part, n) =>
      n % 2 === 1
        ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`
        : html`${part}`,
    );
