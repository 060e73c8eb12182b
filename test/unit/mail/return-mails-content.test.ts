import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import { renderReturnMail } from '../../../src/mail/templates/returns/return-mail.ts';
import { mails, subject } from './return-mail-samples.ts';

const acknowledged = {
  kind: 'withdrawal_acknowledged',
  statedAt: '2026-07-08T21:59:30.000Z',
  confirmedAt: '2026-07-09T07:04:59.000Z',
  rma: 'DYRK7QDRR4',
  labelUrl: 'https://navette.example/a/label',
  label: 'attached',
  cancelledUnits: 0,
  refundBy: '2026-07-23T22:00:00.000Z',
  late: false,
} as const;

describe('the acknowledgement of a withdrawal', () => {
  it.each([
    [
      'fr',
      'mercredi 8 juillet 2026 à 23\u00a0h\u00a059 (UTC+2)',
      'jeudi 9 juillet 2026 à 9\u00a0h\u00a004 (UTC+2)',
    ],
    ['en', 'Wednesday 8 July 2026 at 23:59 (UTC+2)', 'Thursday 9 July 2026 at 09:04 (UTC+2)'],
    [
      'de',
      'Mittwoch, 8. Juli 2026, um 23:59\u00a0Uhr (UTC+2)',
      'Donnerstag, 9. Juli 2026, um 09:04\u00a0Uhr (UTC+2)',
    ],
    ['it', 'mercoledì 8 luglio 2026 alle ore 23:59 (UTC+2)', 'giovedì 9 luglio 2026 alle ore 09:04 (UTC+2)'],
    [
      'es',
      'miércoles 8 de julio de 2026 a las 23:59 (UTC+2)',
      'jueves 9 de julio de 2026 a las 09:04 (UTC+2)',
    ],
  ] as const)('gives both times to the minute, with year and zone (%s)', (language, stated, confirmed) => {
    const { text, html } = renderReturnMail(acknowledged, language, subject);
    for (const part of [text, html]) {
      expect(part).toContain(stated);
      expect(part).toContain(confirmed);
    }
  });

  it('says what was stated: the withdrawal, the order, the items, and by whom', () => {
    const { text } = renderReturnMail({ ...acknowledged, statedBy: 'Carole Henry' }, 'en', subject);
    expect(text).toContain(
      'Your statement: Withdrawal from the contract for the items below, order 403-9930700-9360 (amazon.fr)\nName: Carole Henry\nStated on:',
    );
    expect(text).toContain('Items concerned:\n- 2\u00a0×\u00a0Lampe de bureau');
  });

  it('writes the zone of the place, in winter, at half hours and at Greenwich', () => {
    const at = (timeZone: string, statedAt: string): string =>
      renderReturnMail({ ...acknowledged, statedAt }, 'en', { ...subject, timeZone }).text;
    expect(at('Europe/Paris', '2026-01-08T23:30:00.000Z')).toContain(
      'Friday 9 January 2026 at 00:30 (UTC+1)',
    );
    expect(at('Asia/Kolkata', '2026-01-08T12:00:00.000Z')).toContain('at 17:30 (UTC+5:30)');
    expect(at('UTC', '2026-01-08T12:00:00.000Z')).toContain('at 12:00 (UTC)');
    expect(
      renderReturnMail({ ...acknowledged, statedAt: '2026-07-07T23:05:00.000Z' }, 'es', subject).text,
    ).toContain('miércoles 8 de julio de 2026 a la 01:05 (UTC+2)');
  });

  it('names the last day for the refund, and what it may wait for only when goods come back', () => {
    const back = renderReturnMail(acknowledged, 'en', subject).text;
    expect(back).toContain('refunded by Thursday 23 July 2026 at the latest');
    expect(back).toContain('wait until it has received the items');
    const none = renderReturnMail(
      { ...acknowledged, rma: null, label: 'none', labelUrl: null, cancelledUnits: 3 },
      'en',
      subject,
    ).text;
    expect(none).toContain('3 items had not left yet');
    expect(none).toContain('You have nothing to send back.');
    expect(none).not.toMatch(/wait|parcel|within 14 days/);
  });

  it('asks for nothing to be sent while there is no address', () => {
    const { text } = renderReturnMail({ ...acknowledged, label: 'none', labelUrl: null }, 'en', subject);
    expect(text).toContain('Please do not send anything for now');
    expect(text).not.toMatch(/within 14 days|inside the parcel/);
  });
});

describe('the mail with the label', () => {
  const rma = 'DYRK7QDRR4';
  const labelUrl = 'https://navette.example/a/label';

  it.each([
    ['fr', ['dans le colis', 'à l’extérieur du colis', 'n’est pas prépayée', 'preuve de dépôt']],
    ['en', ['inside the parcel', 'on the outside', 'is not prepaid', 'proof of posting']],
    ['de', ['in das Paket', 'außen auf', 'nicht frankiert', 'Einlieferungsbeleg']],
    ['it', ['dentro il pacco', 'all’esterno', 'non è prepagata', 'ricevuta di spedizione']],
    ['es', ['dentro del paquete', 'por fuera', 'no lo lleva pagado', 'justificante de envío']],
  ] as const)(
    'says what goes inside, outside, is paid and kept (%s)',
    (language, [inside, outside, paid, kept]) => {
      const mail = { kind: 'buyer_authorized', rma, labelUrl, returnAddress: true } as const;
      const own = renderReturnMail({ ...mail, label: 'seller_own_attached' }, language, subject).text;
      for (const label of ['attached', 'none'] as const) {
        const { text } = renderReturnMail({ ...mail, label }, language, subject);
        for (const words of [rma, inside, outside, paid, kept]) expect(text).toContain(words);
      }
      for (const words of [rma, inside, outside, kept]) expect(own).toContain(words);
      expect(own).not.toContain(paid);
    },
  );

  it('waits for the address', () => {
    const mail = {
      kind: 'buyer_authorized',
      rma,
      labelUrl: null,
      label: 'none',
      returnAddress: false,
    } as const;
    const { text } = renderReturnMail(mail, 'en', subject);
    expect(text).toContain('has yet to give its return address');
    expect(text).not.toContain('inside the parcel');
  });
});

describe('mails about returns', () => {
  it('lead a seller to the three actions, or say where to act', () => {
    for (const mail of mails) {
      if (mail.kind !== 'seller_warning' && mail.kind !== 'seller_breach') continue;
      const { text, html } = renderReturnMail(mail, 'en', subject);
      if (mail.links === null) expect(text).toMatch(/API.*seller account \(amazon\.fr\)/);
      else
        expect(html.match(/class="(button|link)"/g)).toEqual([
          'class="button"',
          'class="link"',
          'class="link"',
        ]);
      expect(text).toContain('Thursday 9 July 2026 at 14:05 (UTC+2)');
    }
  });

  it('offer a buyer the way out only while there is one', () => {
    const { text } = renderReturnMail(
      { kind: 'buyer_requested', answerBy: null, cancelUrl: null },
      'en',
      subject,
    );
    expect(text).not.toContain('cancel');
  });

  it('write amounts as the currency has decimals', () => {
    const textOf = (currency: string, language: (typeof languages)[number]): string =>
      renderReturnMail(
        {
          kind: 'buyer_requested',
          answerBy: null,
          cancelUrl: null,
          offerCredit: { costMinor: 12_500, valueMinor: 11_900, currency },
        },
        language,
        subject,
      ).text;
    expect(textOf('EUR', 'fr')).toContain('125,00\u00a0€');
    expect(textOf('EUR', 'en')).toContain('€125.00');
    expect(textOf('JPY', 'en')).toContain('JP¥12,500');
    expect(textOf('KWD', 'en')).toContain('12.500');
  });

  it('do not call automatic what a person wrote', () => {
    for (const language of languages) {
      const written = renderReturnMail(
        { kind: 'buyer_reply', message: 'Hi', cancelUrl: null },
        language,
        subject,
      );
      const automatic = renderReturnMail({ kind: 'buyer_cancelled' }, language, subject);
      expect(written.text).not.toMatch(/automati/i);
      expect(automatic.text).toMatch(/automat|automáti/i);
    }
  });

  it('speak of one unit as one', () => {
    const received = (units: number): string =>
      renderReturnMail({ kind: 'buyer_received', units, complete: true }, 'fr', subject).text;
    expect(received(1)).toContain('Un article de votre retour');
    expect(received(2)).toContain('2 articles de votre retour');
  });
});
