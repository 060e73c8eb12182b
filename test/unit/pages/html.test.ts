import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, trusted } from '../../../src/pages/html.ts';
import { contentSecurityPolicy, renderPage } from '../../../src/pages/layout.ts';

describe('html', () => {
  it('escapes texts and leaves markup alone, in lists and nested', () => {
    const title = `<b>"it's" & more</b>`;
    expect(html`<p title="${title}">${[title, html`<i>${title}</i>`]}</p>`.markup).toBe(
      '<p title="&lt;b&gt;&quot;it&#39;s&quot; &amp; more&lt;/b&gt;">' +
        '&lt;b&gt;&quot;it&#39;s&quot; &amp; more&lt;/b&gt;<i>&lt;b&gt;&quot;it&#39;s&quot; &amp; more&lt;/b&gt;</i></p>',
    );
  });

  it('makes nothing of null, undefined and false, but something of 0 and the empty text', () => {
    expect(html`[${null}${undefined}${false}${0}${''}${[]}]`.markup).toBe('[0]');
  });

  it('never lets a text leave its place, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'<>"\'&;a=/ \0é\ud800')), (characters) => {
        const text = characters.join('');
        const { markup } = html`<p title="${text}">${text}</p>`;
        expect(markup.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']);
        expect(markup).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });

  it('takes our own markup as it is', () => {
    expect(html`${trusted('<hr>')}`.markup).toBe('<hr>');
  });
});

describe('the layout', () => {
  it('escapes the title, names the language, and is let by its own policy', async () => {
    const page = renderPage({ language: 'fr', title: '</title><script>', main: html`<h1>1 < 2</h1>` });
    expect(page).toMatch(/^<!doctype html>\n<html lang="fr">/);
    expect(page).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(page) ?? [];
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(style))).toString('base64');
    expect(contentSecurityPolicy()).toContain(`'sha256-${hash}'`);
  });

  it('opens its policy for forms and frames of this site only, and only when asked', () => {
    expect(contentSecurityPolicy()).toContain(`form-action 'none'; frame-src 'none'`);
    expect(contentSecurityPolicy({ forms: true, frames: true })).toContain(
      `form-action 'self'; frame-src 'self'`,
    );
    expect(contentSecurityPolicy({ forms: true })).not.toMatch(/script-src|unsafe/);
  });
});
