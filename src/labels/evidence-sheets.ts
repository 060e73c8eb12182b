import type { Instant } from '../domain/calendar/instant.ts';
import type { Language } from '../domain/languages.ts';
import { lastDayBefore, writtenDate } from '../domain/written-dates.ts';
import { addressLines } from './address-lines.ts';
import type { EvidenceLine, EvidencePack } from './evidence-pack-data.ts';
import { photoBlock } from './evidence-photos.ts';
import { printable } from './printable-text.ts';
import type { Sheet } from './sheet.ts';
import { facts, heading, paragraph, sum } from './sheet-blocks.ts';
import { type Block, flow, gap, keepingNext } from './sheet-flow.ts';
import { inFrame } from './sheet-frame.ts';
import { table } from './sheet-table.ts';
import type { EvidenceTexts } from './texts/evidence/evidence-texts.ts';
import { evidenceTexts } from './texts/evidence/index.ts';
import { printedMoment, printedMoney } from './written-values.ts';

/** By which words a time or an amount of one pack is said. */
interface Wording {
  readonly texts: EvidenceTexts;
  readonly language: Language;
  readonly money: (amountMinor: number) => string;
  readonly moment: (at: Instant) => string;
}

const wordingOf = ({ currency, timeZone }: EvidencePack, language: Language): Wording => ({
  texts: evidenceTexts[language],
  language,
  money: (amountMinor) => printedMoney(amountMinor, currency, language),
  moment: (at) => printedMoment(at, language, timeZone),
});

const goods = (
  lines: readonly EvidenceLine[],
  amountTitle: string,
  { texts, money }: Wording,
): readonly Block[] =>
  table(
    [
      { title: texts.item, widthMm: 84, weight: 'bold' },
      { title: texts.sku, widthMm: 42 },
      { title: texts.quantity, widthMm: 16, align: 'right' },
      { title: amountTitle, widthMm: 40, align: 'right' },
    ],
    lines.map(({ title, sku, quantity, amountMinor }) => [
      printable(title),
      printable(sku),
      String(quantity),
      money(amountMinor),
    ]),
  );

const claimPart = ({ claim, timeZone }: EvidencePack, wording: Wording): readonly Block[] => {
  const { texts, language, money, moment } = wording;
  const submitted =
    claim.submittedAt === null ? [] : [{ name: texts.submitted, value: moment(claim.submittedAt) }];
  return [
    heading(texts.claim),
    facts(
      [
        { name: texts.kindName, value: texts.kinds[claim.kind] },
        { name: texts.claimed, value: money(claim.amountMinor) },
        { name: texts.basisName, value: texts.bases[claim.basis] },
        { name: texts.stateName, value: texts.states[claim.state] },
      ],
      4,
    ),
    facts(
      [
        { name: texts.eligibleSince, value: moment(claim.eligibleAt) },
        { name: texts.closes, value: printable(lastDayBefore(claim.closesAt, language, timeZone)) },
        ...submitted,
      ],
      3,
    ),
    ...goods(claim.lines, texts.amount, wording),
  ];
};

const orderPart = ({ order }: EvidencePack, wording: Wording): readonly Block[] => {
  const { texts, language, moment } = wording;
  return [
    gap(3),
    heading(texts.order),
    facts(
      [
        { name: texts.orderNumber, value: printable(order.number) },
        { name: texts.channel, value: printable(order.channel) },
        { name: texts.placed, value: moment(order.placedAt) },
      ],
      3,
    ),
    facts(
      [
        {
          name: texts.addressee,
          value: order.shipTo === null ? texts.addressGone : addressLines(order.shipTo, language),
        },
      ],
      1,
    ),
    ...goods(order.lines, texts.paid, wording),
  ];
};

const shipmentPart = ({ shipment, promise }: EvidencePack, wording: Wording): readonly Block[] => {
  const { texts, language, moment } = wording;
  const { status, deliveredAt } = shipment;
  const date = (day: string | undefined) =>
    day === undefined ? texts.noPromise : printable(writtenDate(day, language));
  return [
    gap(3),
    heading(texts.shipment),
    facts(
      [
        { name: texts.carrier, value: printable(shipment.carrier) },
        { name: texts.trackingNumber, value: printable(shipment.trackingNumber) },
        { name: texts.shipped, value: moment(shipment.shippedAt) },
      ],
      3,
    ),
    facts(
      [
        { name: texts.shipBy, value: date(promise?.shipBy) },
        { name: texts.latest, value: date(promise?.latest) },
        { name: texts.lastStatus, value: status === null ? '–' : texts.codes[status] },
        { name: texts.delivered, value: deliveredAt === null ? texts.notDelivered : moment(deliveredAt) },
      ],
      4,
    ),
  ];
};

const scansPart = ({ scans, timeZone }: EvidencePack, { texts, moment }: Wording): readonly Block[] => [
  gap(3),
  heading(texts.scans),
  ...(scans.length === 0
    ? [paragraph(texts.noScans)]
    : table(
        [
          { title: texts.time, widthMm: 44 },
          { title: texts.event, widthMm: 72, weight: 'bold' },
          { title: texts.place, widthMm: 66 },
        ],
        scans.map(({ code, occurredAt, location }) => [
          moment(occurredAt),
          texts.codes[code],
          printable(location ?? ''),
        ]),
      )),
  gap(1.5),
  paragraph(texts.times(printable(timeZone))),
];

/** With it the loss is seen: what the buyer has had back is gone. */
const refundsPart = ({ refunds }: EvidencePack, { texts, money, moment }: Wording): readonly Block[] => {
  const paidMinor = refunds.reduce(
    (total, { state, amountMinor }) => total + (state === 'succeeded' ? amountMinor : 0),
    0,
  );
  return [
    gap(3),
    heading(texts.refunds),
    ...(refunds.length === 0
      ? [paragraph(texts.noRefunds)]
      : [
          ...keepingNext(
            table(
              [
                { title: texts.date, widthMm: 44 },
                { title: texts.refundNumber, widthMm: 70 },
                { title: texts.stateName, widthMm: 34, weight: 'bold' },
                { title: texts.amount, widthMm: 34, align: 'right' },
              ],
              refunds.map(({ id, at, amountMinor, state }) => [
                moment(at),
                printable(id),
                texts.refundStates[state],
                money(amountMinor),
              ]),
            ),
          ),
          { ...gap(1.5), keepsNext: true },
          sum(texts.refunded, money(paidMinor), { weight: 'bold' }),
        ]),
  ];
};

const photosPart = ({ photos }: EvidencePack, { texts, moment }: Wording): readonly Block[] =>
  photos.length === 0
    ? []
    : [
        heading(texts.photos, { startsPage: true }),
        ...photos.map((photo, index) => {
          const name = texts.photoOf(index + 1, photos.length);
          return photoBlock(photo, `${name} · ${texts.added(moment(photo.addedAt))}`);
        }),
      ];

/** The pages of a pack. */
export const evidenceSheets = (pack: EvidencePack, language: Language): readonly Sheet[] => {
  const wording = wordingOf(pack, language);
  const { texts, moment } = wording;
  const pages = flow([
    ...claimPart(pack, wording),
    ...orderPart(pack, wording),
    ...shipmentPart(pack, wording),
    ...scansPart(pack, wording),
    ...refundsPart(pack, wording),
    ...photosPart(pack, wording),
  ]);
  const frame = {
    title: texts.title,
    from: printable(pack.sellerName ?? pack.order.channel),
    about: { name: texts.claim, number: pack.claim.id },
    foot: `${texts.asOf(moment(pack.asOf))} · ${texts.orderNumber} ${printable(pack.order.number)}`,
  };
  return inFrame(frame, language, pages);
};
