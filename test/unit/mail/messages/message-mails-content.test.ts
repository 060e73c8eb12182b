import { describe, expect, it } from 'vitest';
import { languages } from '../../../../src/domain/languages.ts';
import {
  type MessageMail,
  renderMessageMail,
} from '../../../../src/mail/templates/messages/render-message-mail.ts';
import { answer, beforeOrder, sellerMails, subject } from './message-mail-samples.ts';

describe('a notice to the seller', () => {
  const textOf = (kind: MessageMail['kind']): string => {
    const mail = sellerMails.find((one) => one.kind === kind) as MessageMail;
    return renderMessageMail(mail, 'en', subject).text;
  };

  it('says that no answer may be needed', () => {
    for (const { kind } of sellerMails) expect(textOf(kind)).toContain('say that no answer is needed');
  });

  it('says of a late answer that it still helps, and counts as late', () => {
    expect(textOf('seller_breach')).toMatch(/still helps the buyer.*counts as late/);
    expect(textOf('seller_warning')).not.toContain('late');
  });

  it('tells the seller’s own time from the channel’s', () => {
    expect(textOf('seller_internal_overdue')).toContain(
      'The time that you set yourself ran out on Thursday 9 July 2026 at 09:30 (UTC+2). The channel’s runs until Thursday 9 July 2026 at 14:05 (UTC+2).',
    );
  });

  it('sends an answer that mail could not deliver the channel’s own way', () => {
    expect(textOf('seller_undelivered')).toMatch(
      /time to answer runs again[\s\S]*channel’s own messaging instead \(amazon\.fr\)/,
    );
  });
});

describe('an answer to the buyer', () => {
  const rendered = (more: Partial<typeof answer>, about = subject) =>
    renderMessageMail({ ...answer, ...more }, 'en', about);

  it.each(languages)(
    'gives the shop’s words first and then the question, and calls neither automatic (%s)',
    (language) => {
      const { text, html } = renderMessageMail(answer, language, subject);
      const quotes = text.split('\n\n').filter((part) => part.startsWith('>'));
      expect(quotes).toEqual([
        '> Bonjour,\n>\n> elle est réparable : voici comment.\n> Bien à vous',
        '> La lampe est-elle réparable ?',
      ]);
      expect(html.match(/<blockquote/g)).toHaveLength(2);
      expect(text).not.toMatch(/automati|automáti/i);
    },
  );

  it.each([null, '', ' \n '])('quotes no question where there is none: %j', (question) => {
    const { text, html } = rendered({ question });
    expect(text).not.toContain('Your message');
    expect(html.match(/<blockquote/g)).toHaveLength(1);
  });

  it('says that a reply by mail would not arrive', () => {
    for (const answerUrl of [answer.answerUrl, null]) {
      expect(rendered({ answerUrl }).text).toContain('a reply to this e-mail would not reach');
    }
  });

  it.each([
    ['Lampe cassée', 'Re: Lampe cassée'],
    ['Re: Lampe cassée', 'Re: Lampe cassée'],
    ['RE : AW: Re[2]: Lampe cassée', 'Re: Lampe cassée'],
    ['Rép : Rif: R: Lampe', 'Re: Lampe'],
    ['Antw:Lampe', 'Re: Lampe'],
    ['  Re:\r\n Lampe  cassée ', 'Re: Lampe cassée'],
    ['Retour : que faire ?', 'Re: Retour : que faire ?'],
    ['Real: lamp', 'Re: Real: lamp'],
  ])('bears the subject of the question once: %j', (asked, line) => {
    expect(rendered({ subject: asked }).subject).toBe(line);
  });

  it.each([null, '', ' \r\n ', 'Re:', 'AW: re : '])(
    'has a subject of its own where that was none: %j',
    (asked) => {
      expect(rendered({ subject: asked }).subject).toBe('Answer about your order 403-9930700-9360');
      expect(rendered({ subject: asked }, beforeOrder).subject).toBe('Answer to your message');
    },
  );
});
