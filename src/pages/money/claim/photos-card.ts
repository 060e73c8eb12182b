import { mostClaimPhotos } from '../../../domain/claims/claim.ts';
import { type Html, html } from '../../html.ts';
import { type MoneyView, timeOf } from '../money-view.ts';
import type { MatterOf, PhotoFault } from '../ports.ts';

export interface PhotoProblem {
  /** Of the file, as its sender called it; null: there was no file. */
  readonly name: string | null;
  readonly fault: PhotoFault;
}

type View = MoneyView<MatterOf<'file_claim'>>;

/** The photographs that there are, each a link, and a form of its own for more: to add some submits nothing. */
export const photosCard = (view: View, problems: readonly PhotoProblem[]): Html => {
  const { matter, token, voice } = view;
  const { photos: words } = voice.texts;
  const { photos } = matter;
  return html`<section class="card" id="photos"><h2>${words.heading}</h2>
${
  photos.length === 0
    ? html`<p class="soft">${words.none}</p>`
    : html`<ol class="items">${photos.map(
        ({ photoId, createdAt }, n) =>
          html`<li><a href="${token}/photos/${photoId}">${words.photo(n + 1)}</a> <span class="soft">· ${timeOf(voice, createdAt)}</span></li>`,
      )}</ol>`
}
${problemList(words, problems)}
${photos.length < mostClaimPhotos ? photosForm(view, problems) : html`<p class="note">${words.full}</p>`}</section>`;
};

const problemList = (
  words: View['voice']['texts']['photos'],
  problems: readonly PhotoProblem[],
): Html | null =>
  problems.length === 0
    ? null
    : html`<div class="errors" id="photo-errors" role="alert" tabindex="-1" autofocus>
<h2>${words.notAdded}</h2>
<ul>${problems.map(
        ({ name, fault }) =>
          html`<li>${name !== null && html`<bdi>${name}</bdi> – `}${words.faults[fault]}</li>`,
      )}</ul>
</div>`;

/** The file is the choice: a form without one adds nothing. */
const photosForm = (
  { voice: { texts, language } }: View,
  problems: readonly PhotoProblem[],
): Html => html`<form method="post" action="?add=photos&amp;lang=${language}" enctype="multipart/form-data">
<div class="field">
<label for="f-photos">${texts.photos.field}</label>
<p class="hint" id="f-photos-hint">${texts.photos.hint}</p>
<input id="f-photos" name="photos" type="file" accept="image/jpeg,image/png,image/webp" multiple required aria-describedby="f-photos-hint${problems.length > 0 && ' photo-errors'}">
</div>
<p class="actions"><button type="submit">${texts.photos.button}</button></p>
</form>`;
