import { describe, expect, it } from 'vitest';
import { seen } from '../return-links-harness.ts';
import { aMessage, answer, aThread, idOf, question } from './message-fixture.ts';
import { withMessageLinks } from './message-links-harness.ts';

const answerForm = { act: 'reply', body: 'Oui,\r\nen or.' };

describe('the link to reply to a message', () => {
  it('shows who wrote what and when, marks what it is about, and says until when an answer is in time', () =>
    withMessageLinks(aThread(), async ({ get }) => {
      const page = await (await get('reply_to_message')).text();
      expect(page).toContain('Bonjour,\nla bague est-elle en &lt;script&gt;');
      expect(seen(page)).toMatch(
        /Maison Peluche.*Commande 403-9930700-9360319.*dans les temps jusqu’au sam\. 9 mai à 10:30.*Vous · mer\. 6 mai à 11:00 Votre colis part demain\..*Le message auquel vous répondez L’acheteur · ven\. 8 mai à 10:30 .*Europe\/Paris/,
      );
      expect(page.match(/aria-current="true"><strong>/g)).toHaveLength(1);
      expect(page).not.toMatch(/ checked| required/);
    }));

  it('says so when the time is over, but not at its last instant', async () => {
    const late = 'Le délai de réponse est dépassé depuis le sam. 9 mai à 10:30';
    const pageAt = async (at: string): Promise<string> => {
      let page = '';
      await withMessageLinks(
        aThread(),
        async ({ get }) => {
          page = seen(await (await get('reply_to_message')).text());
        },
        { at },
      );
      return page;
    };
    expect(await pageAt('2026-05-09T08:30:00.000Z')).not.toContain(late);
    expect(await pageAt('2026-05-09T08:30:00.001Z')).toContain(late);
  });

  it('sends an answer once, and then says what was sent and when', () =>
    withMessageLinks(aThread(), async ({ post, get, ports }) => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => post('reply_to_message', answerForm)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(ports.acts).toEqual([
        { name: 'reply', reply: { body: 'Oui,\nen or.', noResponseNeeded: false } },
      ]);
      const done = seen(await (await get('reply_to_message')).text());
      expect(done).toMatch(/Réponse envoyée.*ven\. 8 mai à 12:00 Message Oui, en or\./);
      expect(done).not.toContain('Que voulez-vous faire');
      const others: Readonly<Record<string, string>>[] = [{ act: 'none' }, { act: 'reply' }, {}];
      for (const other of others) {
        const again = await post('reply_to_message', other);
        expect([again.status, seen(await again.text())]).toEqual([
          409,
          expect.stringMatching(/Ce lien a déjà servi.*Réponse envoyée/),
        ]);
      }
      expect(ports.acts).toHaveLength(1);
    }));

  it('tells later that the answer did not arrive', () =>
    withMessageLinks(aThread(), async ({ post, get, ports }) => {
      await post('reply_to_message', answerForm);
      const messages = ports.thread.messages.map((one) =>
        one.body.startsWith('Oui') ? { ...one, message: { ...one.message, undelivered: true } } : one,
      );
      ports.thread = { ...ports.thread, messages };
      expect(seen(await (await get('reply_to_message')).text())).toContain('a refusé cette réponse');
      const [reply] = messages.slice(-1);
      ports.uses.clear();
      expect(seen(await (await get('reply_to_message')).text())).toContain('non remis');
      expect(seen(await (await get('write_to_seller')).text())).toContain(reply?.body.split('\n')[1]);
      expect(seen(await (await get('write_to_seller')).text())).not.toContain('consegnato');
    }));

  it('marks a message that needs no answer, and sends nothing', () =>
    withMessageLinks(aThread(), async ({ post, get, ports }) => {
      expect((await post('reply_to_message', { act: 'none', body: 'never sent' })).status).toBe(200);
      expect(ports.acts).toEqual([{ name: 'no-response-needed' }]);
      const done = seen(await (await get('reply_to_message')).text());
      expect(done).toMatch(/Aucune réponse n’est nécessaire.*n’est pas compté.*ven\. 8 mai à 12:00/);
      expect(done).not.toContain('never sent');
    }));

  it('lets a seller write again to a buyer who has an answer, or needs none', async () => {
    const answered = question({ clock: { ...clockOf(question()), stoppedAt: '2026-05-08T09:00:00.000Z' } });
    await withMessageLinks(aThread([answer, answered]), async ({ get, post }) => {
      const page = seen(await (await get('reply_to_message')).text());
      expect(page).toContain(
        'Ce message a reçu une réponse le ven. 8 mai à 11:00. Vous pouvez encore écrire',
      );
      expect((await post('reply_to_message', answerForm)).status).toBe(200);
    });
    await withMessageLinks(aThread([answer, question({ noResponseNeeded: true })]), async ({ get }) => {
      const page = await (await get('reply_to_message')).text();
      expect(seen(page)).toContain('n’appelle pas de réponse. Vous pouvez encore écrire');
      expect(page).not.toMatch(/value="none"|name="noResponseNeeded"/);
      expect(page).toContain('value="reply"');
    });
  });

  it('tells of a buyer who cannot be reached before anybody types, and offers the rest', () =>
    withMessageLinks(aThread(undefined, { reachable: false, channelOrderId: null }), async ({ get }) => {
      const page = await (await get('reply_to_message')).text();
      expect(seen(page)).toMatch(/Sans commande.*Répondez-lui dans la messagerie du canal amazon\.fr/);
      expect(page).toContain('value="none"');
      expect(page).not.toMatch(/<textarea|value="reply"/);
    }));

  it('shows a refusal with what was typed, after which the link works', () =>
    withMessageLinks(aThread(), async ({ post, ports }) => {
      ports.refuseNext = 'buyer_unreachable';
      ports.thread = { ...ports.thread, reachable: false };
      const refused = await post('reply_to_message', { ...answerForm, body: 'Oui, <b>en or</b>' });
      const page = await refused.text();
      expect(refused.status).toBe(422);
      expect(page).toContain('Oui, &lt;b&gt;en or&lt;/b&gt;');
      expect(page).toMatch(/<title>Erreur: /);
      expect(seen(page).match(/Aucune adresse e-mail n’est connue/g)).toHaveLength(1);
      ports.refuseNext = 'unknown_message';
      const unknown = await post('reply_to_message', { act: 'none' });
      const again = await unknown.text();
      expect([unknown.status, seen(again)]).toEqual([422, expect.stringContaining('n’existe plus')]);
      expect(again).not.toContain(' checked');
      expect((await post('reply_to_message', { act: 'none' })).status).toBe(200);
      expect(ports.acts).toHaveLength(1);
    }));

  it('keeps what was typed in a faulty form, and says by the field what is wrong', () =>
    withMessageLinks(aThread(), async ({ post, ports }) => {
      const body = `</textarea><b>${'🧸'.repeat(4_000)}`;
      const answered = await post('reply_to_message', { act: 'reply', body, noResponseNeeded: 'yes' });
      const page = await answered.text();
      expect(answered.status).toBe(422);
      expect(page).toContain('\n&lt;/textarea&gt;&lt;b&gt;🧸');
      expect(page).toContain('<a href="#f-body">Votre réponse – Ce texte est trop long.</a>');
      expect(page).toMatch(/id="f-body"[^>]*aria-describedby="f-body-hint f-body-error" aria-invalid/);
      expect(page).toMatch(/value="reply"[^>]* checked/);
      expect(page).toMatch(/name="noResponseNeeded" value="yes" checked/);
      expect(ports.acts).toEqual([]);
    }));

  it('says how far it is while its job is not done', () =>
    withMessageLinks(aThread(), async ({ post, get, ports }) => {
      ports.stuck = 'queued';
      const pending = await post('reply_to_message', answerForm);
      expect([pending.status, seen(await pending.text())]).toEqual([
        202,
        expect.stringContaining('C’est enregistré'),
      ]);
      expect(seen(await (await get('reply_to_message')).text())).toContain('C’est enregistré');
      for (const [key, use] of ports.uses) ports.uses.set(key, { ...use, state: 'failed' });
      expect(seen(await (await get('reply_to_message')).text())).toContain('un problème technique');
    }));

  it('says that it was used when its job is so old that nobody knows what it did', () =>
    withMessageLinks(aThread(), async ({ post, get, ports }) => {
      await post('reply_to_message', answerForm);
      const forgotten = { name: null, madeId: null, finishedAt: null };
      for (const [key, use] of ports.uses) ports.uses.set(key, { ...use, ...forgotten });
      expect(seen(await (await get('reply_to_message')).text())).toContain('Ce lien a déjà servi');
    }));

  it('folds a long conversation, but never the message that it asks about', async () => {
    const older = Array.from({ length: 9 }, (_, n) => aMessage(idOf(20 + n), `2026-05-0${n + 1}T08:00:00Z`));
    const partsOf = async (thread: ReturnType<typeof aThread>): Promise<readonly string[]> => {
      let parts: readonly string[] = [];
      await withMessageLinks(thread, async ({ get }) => {
        parts = (await (await get('reply_to_message')).text()).split(/<details>|<\/details>/).map(seen);
      });
      return parts;
    };
    const [before, folded, open] = await partsOf(aThread([...older, question()], { earlier: 12 }));
    expect(before).toContain('12 messages plus anciens ne sont pas affichés');
    expect(folded).toMatch(/4 messages précédents.*Message 20.*Message 23/);
    expect(open).toMatch(/Message 24.*Message 28.*Le message auquel vous répondez/);
    const [all, ...rest] = await partsOf(aThread([question(), ...older]));
    expect([all, rest]).toEqual([expect.stringContaining('Message 28'), []]);
  });
});

const clockOf = ({ message }: ReturnType<typeof question>) => {
  if (message.clock === null) throw new Error('A question has a clock');
  return message.clock;
};

describe('the link to write to the seller', () => {
  const words = { body: 'Grazie!\r\nQuando arriva?', choice: 'yes' };

  it('shows the last ten messages in the buyer’s language, without any address', () => {
    const messages = Array.from({ length: 14 }, (_, n) =>
      aMessage(idOf(20 + n), `2026-05-${10 + n}T08:00:00Z`),
    );
    const thread = aThread([answer, ...messages], { earlier: 5, buyer: 'zoe@example.test' });
    return withMessageLinks(thread, async ({ get, ports }) => {
      const page = await (await get('write_to_seller')).text();
      expect(page).toContain('<html lang="it">');
      expect(seen(page)).toMatch(
        /10 messaggi meno recenti non sono mostrati.*Lei · .*Message 24.*Message 33/,
      );
      expect(seen(page)).not.toMatch(/Message 23|example\.test/);
      expect(page).not.toMatch(/ checked|aria-current="true"><strong>/);
      ports.readers.buyer = { language: 'de', timeZone: 'Europe/Rome', shopName: null };
      ports.thread = aThread();
      expect(seen(await (await get('write_to_seller')).text())).toMatch(
        /amazon\.fr.*Der Shop · Mi\., 6\. Mai um 11:00/,
      );
    });
  });

  it('sends the buyer’s words once, and then says what was sent and when', () =>
    withMessageLinks(aThread(), async ({ post, get, ports }) => {
      expect((await post('write_to_seller', words)).status).toBe(200);
      expect((await post('write_to_seller', words)).status).toBe(200);
      expect(ports.acts).toEqual([{ name: 'record', body: 'Grazie!\nQuando arriva?' }]);
      expect(seen(await (await get('write_to_seller')).text())).toMatch(
        /Messaggio inviato.*ven 8 maggio alle ore 12:00 Messaggio Grazie! Quando arriva\?/,
      );
      const other = await post('write_to_seller', { ...words, body: 'Pronto?' });
      expect([other.status, ports.acts.length]).toEqual([409, 1]);
    }));

  it('keeps the words of a form without its choice, and does not choose for the buyer', () =>
    withMessageLinks(aThread(), async ({ post, ports }) => {
      const answered = await post('write_to_seller', { body: words.body });
      const page = await answered.text();
      expect([answered.status, ports.acts]).toEqual([422, []]);
      expect(page).toContain('Grazie!\nQuando arriva?</textarea>');
      expect(page).toContain('href="#f-choice"');
      expect(page).not.toMatch(/ checked/);
    }));
});
