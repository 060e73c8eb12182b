import { describe, expect, it } from 'vitest';
import { authorized, closedBy, requested, withdrawn } from './return-fixture.ts';
import { authorizeForm, seen, withLinks } from './return-links-harness.ts';

const pdf = new Blob(['%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n'], { type: 'application/pdf' });

describe('the link to authorise', () => {
  it('authorises with the saved address once, and then says what was done and when', () =>
    withLinks([requested()], async ({ post, get, ports }) => {
      const answer = await post('authorize_return', authorizeForm);
      expect(answer.status).toBe(200);
      expect(ports.acts).toEqual([
        {
          name: 'authorize',
          authorize: {
            rma: null,
            returnAddress: null,
            returnAddressId: 'default',
            label: { kind: 'generated' },
          },
        },
      ]);
      const done = seen(await (await get('authorize_return')).text());
      expect(done).toContain('Retour autorisé');
      expect(done).toContain('DYRK7QDRR2');
      expect(done).toContain('ven. 8 mai à 10:30');
      expect(done).not.toContain('Oui, j’autorise');
    }));

  it('takes the seller’s own number, a new address and an uploaded label', () =>
    withLinks([requested()], async ({ linkTo, ports }) => {
      const form = new FormData();
      const fields = {
        rma: 'own',
        rmaOwn: ' Ret_2026-17 ',
        address: 'new',
        name: 'Atelier Łódź',
        line1: 'ul. Piotrkowska 1',
        postalCode: '90-001',
        city: 'Łódź',
        country: 'PL',
        label: 'uploaded',
        choice: 'yes',
        somethingElse: 'ignored',
      };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('labelFile', pdf, '../étiquette.pdf');
      const answer = await fetch(linkTo('authorize_return'), { method: 'POST', body: form });
      expect(answer.status).toBe(200);
      expect(ports.acts).toMatchObject([
        {
          authorize: {
            rma: 'Ret_2026-17',
            returnAddressId: null,
            returnAddress: {
              name: 'Atelier Łódź',
              postalCode: '90-001',
              country: 'PL',
              line2: null,
              phone: null,
            },
            label: { kind: 'uploaded', contentType: 'application/pdf' },
          },
        },
      ]);
    }));

  it('says by each field what is wrong, keeps what was typed, and does nothing', () =>
    withLinks([requested()], async ({ post, ports }) => {
      const answer = await post('authorize_return', {
        rma: 'own',
        rmaOwn: 'é"><b>',
        address: 'new',
        name: 'Atelier "Nord"',
        line1: '',
        postalCode: '9',
        city: 'Lille',
        country: 'FR',
        label: 'uploaded',
      });
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('value="é&quot;&gt;&lt;b&gt;"');
      expect(page).toContain('value="Atelier &quot;Nord&quot;"');
      for (const field of ['rmaOwn', 'line1', 'labelFile', 'choice']) {
        expect(page).toContain(`href="#f-${field}"`);
        expect(page).toMatch(new RegExp(`id="f-${field}"[^>]*aria-describedby="[^"]*f-${field}-error"`));
      }
      expect(page).toMatch(/<title>Erreur: /);
      expect(ports.acts).toEqual([]);
    }));

  it('shows a refusal by its field, after which the link works', () =>
    withLinks([requested()], async ({ post, ports }) => {
      ports.refuseNext = { code: 'rma_taken', detail: 'Another return has the number X1.' };
      const refused = await post('authorize_return', { ...authorizeForm, rma: 'own', rmaOwn: 'X1' });
      expect(refused.status).toBe(422);
      expect(seen(await refused.text())).toContain('Un autre retour porte déjà ce numéro RMA');
      expect((await post('authorize_return', { ...authorizeForm, rma: 'own', rmaOwn: 'X2' })).status).toBe(
        200,
      );
      expect(ports.acts).toHaveLength(1);
    }));

  it('acts once for two hundred equal clicks, and tells another form that it is used', () =>
    withLinks([requested()], async ({ post, ports }) => {
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => post('authorize_return', authorizeForm)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(ports.acts).toHaveLength(1);
      const other = await post('authorize_return', { ...authorizeForm, address: 'saved:atelier' });
      expect(other.status).toBe(409);
      expect(seen(await other.text())).toMatch(/Ce lien a déjà servi.*Retour autorisé.*8 mai/);
      expect((await post('authorize_return', {})).status).toBe(409);
      expect(ports.acts).toHaveLength(1);
    }));

  it('refuses files that are no label, and labels above 2 MiB', () =>
    withLinks([requested()], async ({ linkTo, ports }) => {
      const send = async (file: Blob) => {
        const form = new FormData();
        for (const [name, value] of Object.entries({ ...authorizeForm, label: 'uploaded' }))
          form.set(name, value);
        form.set('labelFile', file, 'label.pdf');
        return fetch(linkTo('authorize_return'), { method: 'POST', body: form });
      };
      const script = await send(new Blob(['<script>'], { type: 'application/pdf' }));
      expect([script.status, seen(await script.text())]).toEqual([
        422,
        expect.stringContaining('n’est pas un PDF'),
      ]);
      const large = await send(new Blob(['%PDF-', new Uint8Array(2 * 1024 * 1024)]));
      expect([large.status, seen(await large.text())]).toEqual([
        422,
        expect.stringContaining('dépasse 2 Mo'),
      ]);
      expect((await send(new Blob([new Uint8Array(4 * 1024 * 1024)]))).status).toBe(413);
      expect(ports.acts).toEqual([]);
    }));

  it('asks for a new address at once where none is saved', () =>
    withLinks([requested()], async ({ get, ports }) => {
      ports.savedAddresses = false;
      expect(await (await get('authorize_return')).text()).toMatch(/value="new" id="f-address" checked/);
    }));
});

describe('the other links', () => {
  it('close with a reason that somebody chose, and a message', () =>
    withLinks([requested()], async ({ post, get, ports }) => {
      expect(await (await get('close_return')).text()).not.toMatch(/<option[^>]* selected/);
      expect((await post('close_return', { reason: '', message: 'x' })).status).toBe(422);
      expect((await post('close_return', { reason: 'because', message: 'x' })).status).toBe(422);
      expect((await post('close_return', { reason: 'custom_made', message: 'x'.repeat(1_001) })).status).toBe(
        422,
      );
      const closed = await post('close_return', { reason: 'custom_made', message: 'Un\r\n<b>mot</b>' });
      expect(await closed.text()).toContain('Un\n&lt;b&gt;mot&lt;/b&gt;');
      expect(ports.acts).toEqual([
        { name: 'close', close: { reason: 'custom_made', message: 'Un\n<b>mot</b>' } },
      ]);
    }));

  it('close a confirmed withdrawal only as exempt, or as late when it was', () =>
    withLinks([withdrawn()], async ({ get, post, ports }) => {
      await post('confirm_withdrawal', { 'quantity-0': '2', 'quantity-1': '1', choice: 'yes' });
      const page = await (await get('close_return')).text();
      const reasons = [...page.matchAll(/<option value="(\w+)"/g)].map(([, reason]) => reason);
      expect(reasons).toEqual(['custom_made', 'media_opened', 'grocery']);
      expect((await post('close_return', { reason: 'problem_solved' })).status).toBe(422);
      expect(ports.acts).toHaveLength(1);
    }));

  it('reply, also when the return is closed', () =>
    withLinks([requested(), closedBy('buyer')], async ({ post, ports }) => {
      expect((await post('reply_to_return', { message: '', choice: 'yes' })).status).toBe(422);
      expect((await post('reply_to_return', { message: 'a\u0000b', choice: 'yes' })).status).toBe(422);
      expect((await post('reply_to_return', { message: 'Bonjour', choice: 'yes' })).status).toBe(200);
      expect(ports.acts).toEqual([{ name: 'reply', reply: { message: 'Bonjour' } }]);
    }));

  it('cancel for the buyer, until the seller has authorised', async () => {
    await withLinks([requested()], async ({ post, ports }) => {
      expect(seen(await (await post('cancel_return', { choice: 'yes' })).text())).toContain('Retour annulé');
      expect(ports.acts).toEqual([{ name: 'cancel' }]);
    });
    await withLinks([requested(), authorized()], async ({ post, get, ports }) => {
      const late = await post('cancel_return', { choice: 'yes' });
      expect(late.status).toBe(409);
      const page = await (await get('cancel_return')).text();
      expect(seen(page)).toMatch(/déjà autorisé ce retour.*Imprimer l’étiquette/);
      expect(ports.acts).toEqual([]);
    });
  });

  it('confirm a withdrawal of the quantities that the buyer gives', () =>
    withLinks([withdrawn()], async ({ post, ports }) => {
      const none = { 'quantity-0': '0', 'quantity-1': '0', choice: 'yes' };
      expect((await post('confirm_withdrawal', none)).status).toBe(422);
      expect((await post('confirm_withdrawal', { ...none, 'quantity-0': '3' })).status).toBe(422);
      expect((await post('confirm_withdrawal', { ...none, 'quantity-0': '-1' })).status).toBe(422);
      expect((await post('confirm_withdrawal', { ...none, 'quantity-1': '1', choice: 'no' })).status).toBe(
        422,
      );
      const done = await post('confirm_withdrawal', { ...none, 'quantity-0': '1' });
      expect(seen(await done.text())).toMatch(
        /Rétractation confirmée.*À renvoyer 1 × Ours.*vendredi 22 mai 2026/,
      );
      expect(ports.acts).toEqual([
        { name: 'confirm-withdrawal', confirm: { lines: [{ lineId: 'A', quantity: 1 }] } },
      ]);
    }));

  it('offer what still works, with links that do', () =>
    withLinks([requested(), closedBy('buyer')], async ({ get, url }) => {
      const page = await (await get('authorize_return', '?lang=en')).text();
      expect(seen(page)).toContain('The buyer has cancelled this return');
      const links = [...page.matchAll(/href="([\w-]{100}\?lang=en)"/g)].map(([, href]) => href);
      expect(links).toHaveLength(1);
      const reply = await fetch(`${url}/r/${links[0]}`);
      expect([reply.status, seen(await reply.text())]).toEqual([
        200,
        expect.stringContaining('Reply to the buyer'),
      ]);
    }));

  it('say that an answer is recorded while its job is not done', () =>
    withLinks([requested()], async ({ post, get, ports }) => {
      ports.stuck = 'queued';
      expect((await post('cancel_return', { choice: 'yes' })).status).toBe(202);
      expect(seen(await (await get('cancel_return')).text())).toContain('C’est enregistré');
    }));
});

describe('the link to the label', () => {
  it('gives the documents, and no more than that to whoever it was passed on to', () =>
    withLinks([requested(), authorized()], async ({ linkTo, get, post }) => {
      const page = await (await get('print_return_label')).text();
      expect(page).not.toMatch(/<form|href="[\w-]{100}\?/);
      const [, href = ''] = /href="([\w-]{100}\/label\.pdf)"/.exec(page) ?? [];
      const file = await fetch(new URL(href, linkTo('print_return_label')));
      expect(file.headers.get('content-type')).toBe('application/pdf');
      expect(file.headers.get('content-disposition')).toContain('retour-DYRK7QDRR2.pdf');
      expect(file.headers.get('cache-control')).toBe('no-store');
      expect(await file.text()).toBe('%PDF-1.7 slip');
      const head = await fetch(new URL(href, linkTo('print_return_label')), { method: 'HEAD' });
      expect([head.status, head.headers.get('etag')]).toEqual([200, '"abc"']);
      expect((await post('print_return_label', { choice: 'yes' })).status).toBe(405);
      expect((await fetch(`${linkTo('authorize_return')}/label.pdf`)).status).toBe(404);
    }));

  it('keeps a seller’s own label a file of its own', () =>
    withLinks(
      [requested(), authorized({ label: { kind: 'uploaded', contentType: 'application/pdf' } })],
      async ({ linkTo, get }) => {
        expect(await (await get('print_return_label')).text()).toContain('/shop-label"');
        expect(await (await fetch(`${linkTo('print_return_label')}/shop-label`)).text()).toBe('%PDF-1.7 own');
      },
    ));

  it('says why there is none before the seller has answered and after the return was closed', async () => {
    await withLinks([requested()], async ({ get, linkTo }) => {
      expect(seen(await (await get('print_return_label')).text())).toContain('Pas encore d’étiquette');
      expect((await fetch(`${linkTo('print_return_label')}/label.pdf`)).status).toBe(409);
    });
    await withLinks([requested(), authorized(), closedBy('seller')], async ({ get }) => {
      expect(seen(await (await get('print_return_label')).text())).toContain(
        'La boutique a fermé cette demande',
      );
    });
  });
});
