import { hoursBefore } from '../stage/days.ts';
import { readMessage, sendMessage } from '../stage/messages.ts';
import { place } from '../stage/orders.ts';
import { people } from '../stage/people.ts';
import { follow, linksIn, mailTo, press } from '../stage/returns.ts';
import type { Scene } from '../stage/scene.ts';
import { messagePage } from '../stage/views.ts';
import { sellerEmail } from './open-shop.scene.ts';

const number = 'S-9101';
const late = '303-5101';

/** A buyer has waited for 21 hours: the seller answers from the warning, and the buyer writes back from the answer. */
export const answerByLink: Scene = {
  title: 'A question, answered from the seller’s e-mail',
  play: async (stage) => {
    const { expect, tell, link, now, api } = stage;
    const person = people.lyon;
    // Asked the day before, ordered today: what may still leave in time is in no rate of the evening.
    const placedAt = hoursBefore(now, 0);
    const orderId = (await place(stage, { channel: 'shop', number, placedAt, person })).orderId;
    const question = 'Pouvez-vous <b>graver</b> un prénom sur la tasse ?';
    const about = { orderId, direction: 'inbound' };
    const { messageId } = await sendMessage(stage, {
      ...about,
      sentAt: hoursBefore(now, 21),
      body: question,
    });
    await sendMessage(stage, {
      ...about,
      sentAt: hoursBefore(now, 22),
      body: 'Je suis absent jusqu’à lundi.',
      autoSubmitted: 'auto-replied',
    });
    const warning = await mailTo(stage, sellerEmail, number, 'graver');
    const [replyLink = ''] = linksIn(warning.text);
    await follow(stage, replyLink);
    const robot = await press(stage, replyLink, { body: 'Robot' });
    expect.equal('a form sent without the choice', robot.status, 422);
    expect.equal('the clock runs', (await readMessage(stage, messageId)).clock?.state, 'open');
    const words = 'Oui, avec plaisir. Quel prénom ?';
    const sent = await press(stage, replyLink, { act: 'reply', body: words });
    expect.equal('one press', sent.status, 200);
    const { clock } = await readMessage(stage, messageId);
    expect.equal('the clock has stopped in time', clock?.state, 'answered_in_time');
    const answer = await mailTo(stage, person.buyer.email, number, words);
    expect.holds('no address of the seller', !answer.text.includes(sellerEmail), answer.text);
    const [writeLink = ''] = linksIn(answer.text);
    await press(stage, writeLink, { choice: 'yes', body: 'Camille, merci !' });
    const news = await mailTo(stage, sellerEmail, number, 'Camille, merci !');
    tell(`Warned after 21 of 24 hours, answered from the mail: “${answer.subject}”.`);
    tell('The buyer answers from that mail, and the clock runs again; an automatic reply started none.');
    link('The link in the seller’s mail, used by now', replyLink);
    const [nextLink = ''] = linksIn(news.text);
    link('The next one, which still waits for an answer', nextLink);

    const overdue = { channel: 'amazon.de', channelOrderId: late, direction: 'inbound' };
    await sendMessage(stage, { ...overdue, sentAt: hoursBefore(now, 25), body: 'Wo bleibt mein Paket?' });
    const breach = await mailTo(stage, sellerEmail, late);
    tell(`25 hours without an answer, about an order that nobody knows yet: “${breach.subject}”.`);
    const awaiting = messagePage.parse((await api.get('/v1/messages?awaiting=true')).body).items;
    expect.equal(
      'what waits, the least time left first',
      awaiting.map(({ body, clock: running }) => [body, running?.overdue]),
      [
        ['Wo bleibt mein Paket?', true],
        ['Camille, merci !', false],
      ],
    );
  },
};
