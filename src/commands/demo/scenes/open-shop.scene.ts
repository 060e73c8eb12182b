import { z } from 'zod';
import type { Scene } from '../stage/scene.ts';

export const channels = ['amazon.fr', 'amazon.de', 'woocommerce:ma-boutique', 'shop'] as const;
/** The channel of all that is about money: what happens there is in no figure of the others. */
export const moneyChannel = 'prestashop:atelier';
export const sellerEmail = 'atelier@ma-boutique.example';

const settings = z.object({ sellerEmail: z.string(), language: z.string() });

const returnAddress = {
  id: 'atelier',
  name: 'Ma Boutique, retours',
  line1: '12 quai du Wault',
  postalCode: '59800',
  city: 'Lille',
  country: 'FR',
};

/** On this channel what the policy allows comes back without anybody's word; so it does on that of the money. */
export const generousChannel = 'amazon.fr';

/** Where alerts go, and in which language: settings before the first order comes. */
export const openShop: Scene = {
  title: 'The shop opens: settings of five channels',
  play: async ({ api, expect, tell }) => {
    const languages: string[] = [];
    const all = [...channels, moneyChannel];
    for (const channel of all) {
      const path = `/v1/settings/channels/${encodeURIComponent(channel)}`;
      const { status } = await api.put(path, {
        sellerEmail,
        senderName: 'Ma Boutique',
        returnAddresses: [returnAddress],
        autoAuthorize: channel === generousChannel || channel === moneyChannel ? 'policy' : 'off',
      });
      expect.equal(`PUT ${path}`, status, 200);
      const read = settings.parse((await api.get(path)).body);
      expect.equal(`${channel}: the stored address`, read.sellerEmail, sellerEmail);
      languages.push(read.language);
    }
    expect.equal('languages follow from the channels', languages, ['fr', 'de', 'fr', 'fr', 'fr']);
    tell(all.map((channel, n) => `${channel} (${languages[n]})`).join(' · '));
    tell(`Alerts go by mail to ${sellerEmail}. Delivery policy: the default one, a French warehouse.`);
    tell(
      `Returns go to Lille; on ${generousChannel} and ${moneyChannel} they authorise themselves within 30 days.`,
    );
  },
};
