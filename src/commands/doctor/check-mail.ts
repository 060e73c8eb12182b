// biome-ignore lint/style/noRestrictedImports: asks the server whether it would take mail and sends none.
import { createTransport } from 'nodemailer';
import { parseMailFrom } from '../../mail/addresses.ts';
import type { Config } from '../../platform/config.ts';
import { bad, codeOf, type Finding, look, ok, reasonOf } from './finding.ts';

const limitMs = 5_000;

const judgeFailure = (error: unknown): Finding => {
  const reason = reasonOf(error);
  switch (codeOf(error)) {
    case 'EAUTH':
      return bad('The mail server does not accept the login', 'Mend the user and password in SMTP_URL.');
    case 'ETLS':
    case 'ESOCKET':
      return bad(
        `The mail server cannot be reached so (${reason})`,
        'Mend SMTP_URL: smtps:// is TLS from the start (port 465), smtp:// begins without (587).',
      );
    default:
      return bad(
        `The mail server does not answer (${reason})`,
        'Mend SMTP_URL, or let this machine through.',
      );
  }
};

/** Logs in to the mail server and leaves again. */
export const checkMail = async ({ smtpUrl, mailFrom }: Config): Promise<Finding[]> => {
  const from =
    parseMailFrom(mailFrom) === null
      ? [bad('MAIL_FROM is no mail address', 'Write it `Shop <mail@example.com>` or the address alone.')]
      : [];
  if (smtpUrl === null) {
    return [
      ...from,
      look('No mail leaves: SMTP_URL is not set', 'Mail is shown at /mailbox; set SMTP_URL to send it.'),
    ];
  }
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    dnsTimeout: limitMs,
    socketTimeout: limitMs,
  });
  try {
    await transport.verify();
    return [...from, ok('The mail server lets us in')];
  } catch (error) {
    return [...from, judgeFailure(error)];
  } finally {
    transport.close();
  }
};
