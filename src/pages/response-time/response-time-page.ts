import { type Html, html } from '../html.ts';
import { languageLinks } from '../language-links.ts';
import type { Page } from '../layout.ts';
import { addressOf } from './asked.ts';
import { awaitingCard } from './awaiting-list.ts';
import { daysCard } from './days-chart.ts';
import { figuresCard } from './figures-table.ts';
import { headCard } from './head-card.ts';
import type { ResponseTimeView } from './view.ts';
import { voiceOf } from './voice.ts';

/** Whether buyers are answered in time, what still waits, and for how long it may. */
export const responseTimePage = (view: ResponseTimeView): Page => {
  const { content, language } = view;
  const voice = voiceOf(language, content?.zone ?? 'UTC');
  const { texts } = voice;
  const overdue = content?.figures.awaiting.overdue ?? 0;
  return {
    language,
    // The title is all that is seen of a page behind others.
    title: [
      overdue > 0 && `(${voice.written.count(overdue)})`,
      texts.title,
      content && `· ${content.seller.name}`,
    ]
      .filter(Boolean)
      .join(' '),
    wide: true,
    header: html`<span class="name">Navette</span>${languageLinks(view.language, texts.language, (language) => addressOf({ ...view.asked, language }))}`,
    main: html`${headCard(view, voice)}${content && cards(view, content, voice)}`,
    footer: content === null ? html`` : html`<p>${texts.time.zone(voice.zone)}</p>`,
  };
};

const cards = (
  { asOf, asked }: ResponseTimeView,
  content: NonNullable<ResponseTimeView['content']>,
  voice: ReturnType<typeof voiceOf>,
): Html =>
  html`${figuresCard(content, { asOf, channel: asked.channel }, voice)}${daysCard(content.figures.days, voice)}${awaitingCard(content, asOf, voice)}`;
