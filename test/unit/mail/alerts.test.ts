import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/domain/languages.ts';
import type { OrderAlert } from '../../../src/domain/orders/events.ts';
import { orderAlertKinds, unfulfillableReasons } from '../../../src/domain/orders/order.ts';
import { renderAlert } from '../../../src/mail/templates/alerts/render-alert.ts';

const order = { orderNumber: '407-1', channel: 'amazon.fr' };
const at = '2026-05-08T00:00:00.000Z';
const alerts: readonly OrderAlert[] = [
  { kind: 'payment_expired', at, dueAt: '2026-05-02T14:00:00.000Z' },
  { kind: 'not_shipped_by_edd', at, latestAt: '2026-05-01T22:00:00.000Z' },
  { kind: 'auto_cancelled', at, dueAt: '2026-05-01T22:00:00.000Z' },
  ...unfulfillableReasons.map((reason): OrderAlert => ({ kind: 'unfulfillable', at, reason })),
];

describe('alert mails', () => {
  it('cover every kind of alert', () => {
    expect(new Set(alerts.map((alert) => alert.kind))).toEqual(new Set(orderAlertKinds));
  });

  it.each(languages)('name the order in subject and both parts, one of a kind (%s)', (language) => {
    const mails = alerts.map((alert) => renderAlert(alert, language, order));
    for (const mail of mails) {
      expect(mail.subject).toContain('407-1');
      expect(mail.subject).not.toMatch(/[\r\n]/);
      for (const part of [mail.text, mail.html]) {
        expect(part).toContain('407-1');
        expect(part).toContain('amazon.fr');
        expect(part).not.toMatch(/\bundefined\b|\bnull\b|NaN|\[object/);
      }
      expect(mail.html).toContain(`<html lang="${language}">`);
    }
    expect(new Set(mails.map((mail) => mail.text)).size).toBe(alerts.length);
  });

  it('differ between the languages', () => {
    for (const alert of alerts) {
      expect(new Set(languages.map((language) => renderAlert(alert, language, order).subject)).size).toBe(5);
    }
  });

  it.each([
    ['fr', 'vendredi 1er mai 2026'],
    ['de', 'Freitag, 1. Mai 2026'],
    ['it', 'venerdì 1º maggio 2026'],
    ['es', 'viernes 1 de mayo de 2026'],
  ] as const)('write a deadline as the day that it ended (%s)', (language, day) => {
    const alert: OrderAlert = { kind: 'not_shipped_by_edd', at, latestAt: '2026-05-01T22:00:00.000Z' };
    expect(renderAlert(alert, language, { ...order, timeZone: 'Europe/Paris' }).text).toContain(day);
  });

  it('count that day where the deadline was set', () => {
    const alert: OrderAlert = { kind: 'auto_cancelled', at, dueAt: '2026-05-09T03:00:00.000Z' };
    expect(renderAlert(alert, 'en', { ...order, timeZone: 'America/Sao_Paulo' }).text).toMatch(
      /Friday,? 8 May 2026/,
    );
  });

  it('keep the first of a month apart from the 11th, 21st and 31st', () => {
    const alert: OrderAlert = { kind: 'auto_cancelled', at, dueAt: '2026-05-21T22:00:00.000Z' };
    expect(renderAlert(alert, 'fr', { ...order, timeZone: 'Europe/Paris' }).text).toContain(
      'jeudi 21 mai 2026',
    );
  });

  it('escape whatever upstream systems put into numbers and channels', () => {
    const hostile = '"><img src=x onerror=alert(1)>&\'';
    const alert: OrderAlert = { kind: 'unfulfillable', at, reason: 'damaged' };
    const mail = renderAlert(alert, 'en', {
      orderNumber: hostile,
      channel: hostile,
      trackingUrl: `https://x/"><b>`,
    });
    expect(mail.html).not.toContain('<img');
    expect(mail.html).not.toContain('"><b>');
    expect(mail.html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&#39;');
    expect(mail.text).toContain(hostile);
  });

  it('carry the link to the order in both parts', () => {
    const alert: OrderAlert = { kind: 'unfulfillable', at, reason: 'damaged' };
    const mail = renderAlert(alert, 'fr', { ...order, trackingUrl: 'https://shop.example/t/abc' });
    expect(mail.text).toContain('Voir le suivi de la commande\u00a0: https://shop.example/t/abc');
    expect(mail.html).toContain('href="https://shop.example/t/abc"');
  });
});
