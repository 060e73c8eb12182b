import { describe, expect, it } from 'vitest';
import { closedBy, requested } from '../return-fixture.ts';
import { seen } from '../return-links-harness.ts';
import {
  aClaim,
  anOrder,
  aParcel,
  aRefund,
  aRequest,
  aReturn,
  computed,
  matters,
  photoId,
  shipped,
} from './money-fixture.ts';
import { withMoneyLink } from './money-links-harness.ts';

const partShipped = anOrder({ shipments: [aParcel([{ lineId: 'A', quantity: 1 }])] });

describe('the link to decide about a cancellation', () => {
  it('shows who asks for what, why and when, in the language of the channel', () =>
    withMoneyLink(matters.decide(), async ({ get }) => {
      const page = await (await get()).text();
      expect(page).toContain('Trop &lt;b&gt;tard&lt;/b&gt;\npour moi');
      expect(seen(page)).toMatch(
        /Maison Peluche.*Commande 403-9930700-9360319.*Faite le ven\. 8 mai à 10:00 À annuler Toute la commande 2 × Ours .*1 × Chat .*Accepter et annuler.*Refuser la demande.*Message adressé à l’acheteur \(facultatif\)/,
      );
    }));

  it('accepts, and then says what was cancelled and what goes back', () =>
    withMoneyLink(matters.decide(), async ({ post, ports }) => {
      const done = await post({ act: 'accept', message: 'never sent' });
      expect(ports.acts).toEqual([{ name: 'cancel' }]);
      const page = seen(await done.text());
      expect(page).toMatch(
        /Demande acceptée.*acceptée.*Décidée le ven\. 8 mai à 12:00.*Remboursement 36,90 € · En cours/,
      );
      expect(page).not.toContain('never sent');
    }));

  it('says so where nothing had been paid', () =>
    withMoneyLink(matters.decide(), async ({ post, get, ports }) => {
      await post({ act: 'accept' });
      for (const [key, use] of ports.uses) ports.uses.set(key, { ...use, refundIds: [] });
      expect(seen(await (await get()).text())).toContain('Remboursement rien à rembourser');
    }));

  it('refuses with the seller’s own words, or without any', async () => {
    await withMoneyLink(matters.decide(), async ({ post, ports }) => {
      const done = await post({ act: 'refuse', message: ' Déjà\r\nemballé ' });
      expect(ports.acts).toEqual([{ name: 'refuse-request', message: 'Déjà\nemballé' }]);
      expect(seen(await done.text())).toMatch(/Demande refusée.*Message Déjà emballé/);
    });
    await withMoneyLink(matters.decide(), async ({ post, ports }) => {
      await post({ act: 'refuse' });
      expect(ports.acts).toEqual([{ name: 'refuse-request', message: null }]);
    });
  });

  it('keeps a message that is too long, and the choice that it is in', () =>
    withMoneyLink(matters.decide(), async ({ post }) => {
      const page = await (await post({ act: 'refuse', message: 'é'.repeat(1_001) })).text();
      expect(page).toMatch(/value="refuse"[^>]* checked/);
      expect(page).toContain('ééé');
      expect(page).toContain(
        '<a href="#f-message">Message adressé à l’acheteur – Ce texte est trop long.</a>',
      );
    }));

  it('says what can still be cancelled when a part has left, and offers a refusal alone when all has', async () => {
    await withMoneyLink(matters.decide({ order: partShipped }), async ({ get }) => {
      expect(seen(await (await get()).text())).toMatch(
        /Tout ne peut plus être annulé.*1 × Ours .*1 × Chat .*Accepter/,
      );
    });
    await withMoneyLink(matters.decide({ order: shipped() }), async ({ get, post, ports }) => {
      const page = await (await get()).text();
      expect(seen(page)).toContain('Plus rien n’en peut être annulé');
      expect(page).not.toContain('value="accept"');
      ports.refuseNext = 'already_shipped';
      const refused = await post({ act: 'accept' });
      expect([refused.status, seen(await refused.text())]).toEqual([
        422,
        expect.stringContaining('ne peuvent plus tous être annulés'),
      ]);
      expect((await post({ act: 'refuse' })).status).toBe(200);
    });
  });

  it('tells how it was decided when somebody else was first', () =>
    withMoneyLink(matters.decide(), async ({ post, ports }) => {
      ports.refuseNext = 'request_decided';
      const refused = post({ act: 'accept' });
      ports.matter = matters.decide({
        request: aRequest({ state: 'lapsed', decidedAt: '2026-05-08T09:00:00Z' }),
      });
      const answered = await refused;
      expect([answered.status, seen(await answered.text())]).toEqual([
        409,
        expect.stringMatching(/sans objet.*Décidée le ven\. 8 mai à 11:00/),
      ]);
    }));
});

describe('the link to ask for a cancellation', () => {
  const some = { act: 'some', 'quantity-0': '1', 'quantity-1': '0' };

  it('shows the buyer what has not left, in the buyer’s language, and whose right it is to withdraw', () =>
    withMoneyLink(matters.ask({ order: partShipped }), async ({ get }) => {
      const page = await (await get()).text();
      expect(page).toContain('<html lang="it">');
      expect(page).toContain('<a href="../withdraw?lang=it"');
      expect(seen(page)).toMatch(
        /non è ancora partito 1 × Ours .*1 × Chat .*Una parte dell’ordine è già partita.*Tutto ciò che non è ancora partito.*Solo alcuni articoli.*\(al massimo 1\)/,
      );
      expect([...page.matchAll(/name="quantity-\d"[^>]* value="(\d)"/g)].map(([, value]) => value)).toEqual([
        '0',
        '0',
      ]);
    }));

  it('asks for the whole order, and then says what has become of it', () =>
    withMoneyLink(matters.ask(), async ({ post, get, ports }) => {
      const done = await post({ act: 'whole', 'quantity-0': 'x', reason: 'Ordinato due volte' });
      expect(ports.acts).toEqual([{ name: 'request', reason: 'Ordinato due volte', lines: null }]);
      expect(seen(await done.text())).toMatch(
        /Richiesta inviata.*ancora senza risposta.*Tutto l’ordine.*Motivo Ordinato due volte/,
      );
      const { matter } = ports;
      if (matter.action !== 'request_cancellation') throw new Error('Another matter');
      const requests = matter.requests.map((one) => ({ ...one, state: 'refused', message: 'No' }) as const);
      ports.matter = { ...matter, requests };
      expect(seen(await (await get()).text())).toMatch(/Richiesta inviata.*rifiutata.*Messaggio No/);
    }));

  it('asks for some of it', () =>
    withMoneyLink(matters.ask(), async ({ post, ports }) => {
      expect((await post(some)).status).toBe(200);
      expect(ports.acts).toEqual([{ name: 'request', reason: null, lines: [{ lineId: 'A', quantity: 1 }] }]);
    }));

  it.each([
    [{ ...some, 'quantity-0': '3' }, '#f-quantity-0'],
    [{ ...some, 'quantity-1': '-1' }, '#f-quantity-1'],
    [{ act: 'some' }, '#f-quantity-1'],
    [{ ...some, 'quantity-0': '0' }, '#f-quantity-0'],
    [{ ...some, reason: 'a'.repeat(501) }, '#f-reason'],
    [{ reason: 'Perché sì' }, '#f-act'],
  ])('says by the field what is wrong, and keeps the rest (%o)', (form, field) =>
    withMoneyLink(matters.ask(), async ({ post, ports }) => {
      const answered = await post(form);
      const page = await answered.text();
      expect([answered.status, ports.acts]).toEqual([422, []]);
      expect(page).toContain(`href="${field}"`);
      if ('reason' in form) expect(page).toContain(form.reason);
      expect(/value="some"[^>]* checked/.test(page)).toBe('act' in form);
    }),
  );

  it('offers no choice of items where there is one', () =>
    withMoneyLink(
      matters.ask({ order: anOrder({ cancelledUnits: [{ lineId: 'A', quantity: 2 }] }) }),
      async ({ get }) => expect(await (await get()).text()).not.toMatch(/value="some"|quantity-/),
    ));

  it('says why it is too late, or too early, and what can be done instead', async () => {
    const pageOf = async (matter: Parameters<typeof withMoneyLink>[0]): Promise<string> => {
      let page = '';
      await withMoneyLink(matter, async ({ get }) => {
        page = await (await get()).text();
      });
      return page;
    };
    const gone = await pageOf(matters.ask({ order: shipped() }));
    expect(seen(gone)).toContain('Questo ordine è già partito');
    expect(gone).toContain('<a href="../withdraw?lang=it"');
    const asked = seen(await pageOf(matters.ask({ requests: [aRequest()] })));
    expect(asked).toMatch(/Il negozio ha la Sua richiesta.*ven 8 maggio alle ore 10:00/);
    expect(seen(await pageOf(matters.ask({ order: anOrder({ state: 'pending' }) })))).toContain(
      'non è ancora confermato',
    );
  });
});

describe('the link to file a claim', () => {
  const jpeg = () => new Blob(['jpeg'], { type: 'image/jpeg' });

  it('shows the parcel, the amount and until when it can be submitted', () =>
    withMoneyLink(matters.claim(), async ({ get }) => {
      const page = await (await get()).text();
      expect(seen(page)).toMatch(
        /colis perdu.*Transporteur colissimo Numéro de suivi 6A.*Articles 2 × Ours .*Montant 33,33 € À déposer avant le jeu\. 6 août à 00:00/,
      );
      expect(page).not.toContain('type="file"');
    }));

  it('submits it, and then follows what has become of it', () =>
    withMoneyLink(matters.claim(), async ({ post, get, ports }) => {
      const done = seen(await (await post({ choice: 'yes' })).text());
      expect(ports.acts).toEqual([{ name: 'submit' }]);
      expect(done).toMatch(/Demande déposée.*Déposée le ven\. 8 mai à 12:00/);
      const claim = aClaim({ state: 'reimbursed', approvedMinor: 3_000, reimbursedMinor: 2_999 });
      ports.matter = matters.claim({ claim });
      expect(seen(await (await get()).text())).toMatch(/payée.*Accordé 30,00 € Versé 29,99 €/);
    }));

  it('of a damage asks for a photograph first', () =>
    withMoneyLink(matters.damaged(), async ({ get, post, ports }) => {
      const page = await (await get()).text();
      expect(page).toMatch(/type="file" accept="image\/jpeg,image\/png,image\/webp" multiple required/);
      expect(page).not.toContain('name="choice"');
      ports.refuseNext = 'photos_missing';
      const refused = await post({ choice: 'yes' });
      expect([refused.status, seen(await refused.text())]).toEqual([
        422,
        expect.stringContaining('Il faut au moins une photo'),
      ]);
    }));

  it('takes several photographs at once, and again, and submits nothing by that', () =>
    withMoneyLink(matters.damaged(), async ({ postPhotos, ports }) => {
      for (let n = 0; n < 2; n += 1) {
        const added = await postPhotos([jpeg(), jpeg()]);
        expect([added.status, added.headers.get('location')]).toEqual([303, '?lang=fr#photos']);
      }
      expect([ports.photos, ports.acts, ports.uses.size]).toEqual([[4, 4, 4, 4], [], 0]);
    }));

  it('keeps the good ones, and names those that are none', () =>
    withMoneyLink(matters.damaged(1), async ({ postPhotos, ports }) => {
      const answered = await postPhotos([jpeg(), new Blob(['a text']), jpeg()]);
      const page = await answered.text();
      expect([answered.status, ports.photos]).toEqual([422, [4, 4]]);
      expect(page).toContain(
        '<li><bdi>IMG_1&lt;b&gt;.jpg</bdi> – Ce n’est pas une photo JPEG, PNG ou WebP.</li>',
      );
      expect(page).toContain(' id="photo-errors"');
      expect(page).toMatch(/<title>Erreur: /);
    }));

  it('takes ten megabytes each and ten in all, and no more', () =>
    withMoneyLink(matters.damaged(8), async ({ postPhotos, ports }) => {
      const most = 10 * 1024 * 1024;
      const large = await postPhotos([new Blob([Buffer.alloc(most)]), new Blob([Buffer.alloc(most + 1)])]);
      expect(seen(await large.text())).toMatch(/IMG_1.*Plus de 10 Mo/);
      const many = await postPhotos([jpeg(), jpeg(), jpeg()]);
      expect(seen(await many.text())).toMatch(/IMG_2.*au plus 10 photos/);
      expect(ports.photos).toEqual([most, 4, 4]);
      const flood = await postPhotos(Array.from({ length: 11 }, jpeg));
      expect(flood.status).toBe(413);
      ports.photoFault = 'closed';
      expect(seen(await (await postPhotos([jpeg()])).text())).toContain('n’accepte plus de photos');
    }));

  it('takes photographs of forms of this site alone', () =>
    withMoneyLink(matters.damaged(), async ({ postPhotos, linkTo, ports }) => {
      const none = await postPhotos([]);
      expect([none.status, (await postPhotos([jpeg()], { 'sec-fetch-site': 'cross-site' })).status]).toEqual([
        422, 403,
      ]);
      const empty = await postPhotos([new Blob([])]);
      expect([empty.status, seen(await empty.text())]).toEqual([422, expect.stringContaining('IMG_0')]);
      const send = (body: string, type: string) =>
        fetch(`${linkTo()}?add=photos`, { method: 'POST', headers: { 'content-type': type }, body });
      const cut = '--x\r\nContent-Disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\nabc';
      expect((await send(cut, 'multipart/form-data; boundary=x')).status).toBe(400);
      expect((await send('photos=a', 'application/x-www-form-urlencoded')).status).toBe(415);
      expect(ports.photos).toEqual([]);
    }));

  it('holds one photograph at a time, and does no more for a client that has gone or when keeping one fails', () =>
    withMoneyLink(matters.damaged(), async ({ postPhotos, linkTo, ports }) => {
      let held = 0;
      const most: number[] = [];
      ports.addPhoto = async () => {
        held += 1;
        most.push(held);
        await new Promise(setImmediate);
        held -= 1;
        return null;
      };
      await postPhotos(Array.from({ length: 5 }, () => new Blob([Buffer.alloc(300_000)])));
      expect(most).toEqual([1, 1, 1, 1, 1]);
      const gone = new AbortController();
      const body = new ReadableStream({
        pull: (controller) => {
          controller.enqueue(
            Buffer.from('--x\r\nContent-Disposition: form-data; name="photos"; filename="a"\r\n\r\n'),
          );
          gone.abort();
        },
      });
      const headers = { 'content-type': 'multipart/form-data; boundary=x' };
      const left = { method: 'POST', headers, body, duplex: 'half', signal: gone.signal } as RequestInit;
      await expect(fetch(`${linkTo()}?add=photos`, left)).rejects.toThrow();
      ports.addPhoto = async () => {
        throw new Error('PostgreSQL is away');
      };
      const failed = await postPhotos([jpeg(), new Blob([Buffer.alloc(3_000_000)])]);
      expect([failed.status, most.length]).toEqual([500, 5]);
    }));

  it('shows the photographs that there are, each by itself', () =>
    withMoneyLink(matters.damaged(2), async ({ get, linkTo }) => {
      const page = await (await get()).text();
      const [, path = ''] = /href="([\w-]{100}\/photos\/[\w-]+)"/.exec(page) ?? [];
      expect(path.endsWith(photoId)).toBe(true);
      const photo = await fetch(new URL(path, linkTo()));
      expect([photo.status, photo.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect((await fetch(`${linkTo()}/photos/nothing`)).status).toBe(404);
      expect(seen(page)).toMatch(/Photo 1 · ven\. 8 mai à 11:00 Photo 2/);
    }));
});

describe('the link to refund a return', () => {
  const form = { choice: 'yes', amountMinor: '3690' };

  it('shows what came back, what would be refunded part by part, and until when', () =>
    withMoneyLink(matters.refund(), async ({ get }) => {
      expect(seen(await (await get()).text())).toMatch(
        /Dans les temps jusqu’au lun\. 11 mai à 23:59.*Ce qui est revenu 1 × Ours .*endommagé par le transporteur.*1 × Ours .* 20,00 € 1 × Chat .* 12,00 € Livraison 4,90 € Total à rembourser 36,90 € Articles avant frais 35,00 € Frais .*\(retour pour un motif propre à l’acheteur\) -3,00 € .*6,15 €.*Oui, je rembourse 36,90 € à l’acheteur/,
      );
    }));

  it('shows what the buyer keeps, and that a payment elsewhere is refunded there', () => {
    const kept = aReturn([requested(), closedBy('seller')]);
    if (kept.state !== 'closed') throw new Error('It is closed');
    const closing = { ...kept.closing, reason: 'refund_without_return' } as const;
    const order = shipped();
    const payment = { ...order.payment, provider: 'external' } as const;
    const matter = matters.refund({
      return: { ...kept, closing },
      order: { ...order, payment },
      dueAt: null,
    });
    return withMoneyLink(matter, async ({ get }) =>
      expect(seen(await (await get()).text())).toMatch(
        /Ce que l’acheteur garde 2 × Ours .*payée par amazon\.fr/,
      ),
    );
  });

  it('says since when it is late', () =>
    withMoneyLink(
      matters.refund(),
      async ({ get }) =>
        expect(seen(await (await get()).text())).toContain('a pris fin le lun. 11 mai à 23:59'),
      { at: '2026-05-11T22:00:00.000Z' },
    ));

  it('refunds what it showed, and then says how far that is', () =>
    withMoneyLink(
      matters.refund({ refunds: [aRefund({ state: 'declined', amountMinor: 100 })] }),
      async ({ get, post, ports }) => {
        expect(seen(await (await get()).text())).toMatch(/jusqu’ici 1,00 € · Refusé/);
        const done = seen(await (await post(form)).text());
        expect(ports.acts).toEqual([{ name: 'settle-return', amountMinor: 3_690 }]);
        expect(done).toMatch(/Remboursement demandé.*36,90 € · En cours/);
        expect(done).not.toContain('1,00 €');
      },
    ));

  it('refunds nothing when the amount has changed meanwhile, and shows the new one', () =>
    withMoneyLink(matters.refund(), async ({ post, ports }) => {
      ports.matter = matters.refund({ owed: { ...computed, amountMinor: 1_690 } });
      const stale = await post(form);
      const page = await stale.text();
      expect([stale.status, seen(page), ports.acts]).toEqual([
        422,
        expect.stringMatching(/Le montant a changé.*16,90 €/),
        [],
      ]);
      expect(page).toContain('name="amountMinor" value="1690"');
      expect((await post({ choice: 'yes' })).status).toBe(422);
      expect((await post({ ...form, amountMinor: '1690' })).status).toBe(200);
    }));

  it('says that it is refunded already with its amounts, or that nothing is back yet', async () => {
    await withMoneyLink(matters.refund({ owed: null, refunds: [aRefund()] }), async ({ get }) =>
      expect(seen(await (await get()).text())).toMatch(
        /déjà remboursé.*36,90 € · Remboursé · jeu\. 7 mai à 10:00/,
      ),
    );
    await withMoneyLink(matters.refund({ owed: null, return: aReturn([requested()]) }), async ({ get }) =>
      expect(seen(await (await get()).text())).toContain('Rien n’est encore revenu'),
    );
    await withMoneyLink(matters.refund({ owed: null, return: aReturn() }), async ({ get }) =>
      expect(seen(await (await get()).text())).toContain('Rien n’est dû'),
    );
  });

  it('shows why a refund was refused, after which the link works', () =>
    withMoneyLink(matters.refund(), async ({ post, ports }) => {
      ports.refuseNext = 'payment_reference_missing';
      const refused = await post(form);
      expect([refused.status, seen(await refused.text())]).toEqual([
        422,
        expect.stringContaining('n’indique pas son paiement'),
      ]);
      expect((await post(form)).status).toBe(200);
    }));

  it('says how far it is while its job is not done, and that it was used when nobody knows for what', () =>
    withMoneyLink(matters.refund(), async ({ post, get, ports }) => {
      ports.stuck = 'queued';
      const pending = await post(form);
      expect([pending.status, seen(await pending.text())]).toEqual([
        202,
        expect.stringContaining('C’est enregistré'),
      ]);
      const becomes = async (changes: object): Promise<string> => {
        for (const [key, use] of ports.uses) ports.uses.set(key, { ...use, ...changes });
        return seen(await (await get()).text());
      };
      expect(await becomes({ state: 'failed' })).toContain('un problème technique');
      expect(await becomes({ state: 'done', name: null, finishedAt: null })).toContain(
        'Ce lien a déjà servi',
      );
      expect(await becomes({ state: 'rejected' })).toContain('Oui, je rembourse');
    }));
});

describe('the link to a refund', () => {
  it('shows the buyer of what it consists, in the buyer’s language, without any name of ours', () =>
    withMoneyLink(matters.shown(), async ({ get }) => {
      const page = await (await get()).text();
      expect(seen(page)).toMatch(
        /Rimborso di 36,90 € .*Rimborsato.*gio 7 maggio.*1 × Ours .* 20,00 €.*Totale rimborsato 36,90 €/,
      );
      expect(page).not.toMatch(/re_1|pay_1|<form/);
    }));

  it('of something that came back to its sender says so, and of an amount names no quantity', () => {
    const lines = [{ lineId: 'A', quantity: null, amountMinor: 3_690, taxMinor: 0 }];
    return withMoneyLink(matters.shown({ cause: 'return_to_sender', lines }), async ({ get }) => {
      const page = seen(await (await get()).text());
      expect(page).toMatch(/non è stato consegnato ed è tornato indietro/);
      expect(page).not.toContain('×');
    });
  });

  it('has a receipt once it has succeeded, and before that its page', async () => {
    await withMoneyLink(matters.shown(), async ({ get, linkTo }) => {
      const page = await (await get()).text();
      const [, path = ''] = /href="([\w-]{100}\/receipt\.pdf)"/.exec(page) ?? [];
      const receipt = await fetch(new URL(path, linkTo()));
      expect([receipt.status, receipt.headers.get('content-type'), await receipt.text()]).toEqual([
        200,
        'application/pdf',
        '%PDF-receipt',
      ]);
      expect((await fetch(`${linkTo()}/receipt.pdf`, { headers: { 'if-none-match': '"1"' } })).status).toBe(
        304,
      );
      expect((await fetch(`${linkTo()}/receipt.pdf`, { method: 'POST' })).status).toBe(404);
    });
    await withMoneyLink(matters.shown({ state: 'processing', settledAt: null }), async ({ get, linkTo }) => {
      expect(await (await get()).text()).not.toContain('receipt.pdf');
      const early = await fetch(`${linkTo()}/receipt.pdf`);
      expect([early.status, seen(await early.text())]).toEqual([409, expect.stringContaining('In corso')]);
    });
  });
});
