import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppViewRoute, ControllerHandlerReturnType } from '@bull-board/api/typings/app';
import { ExpressAdapter } from '@bull-board/express';
import type { Logger } from '../../platform/logger.ts';
import { BoardRefusal } from './board-refusal.ts';
import { boardStyle, logo } from './board-style.ts';
import { relabel } from './board-texts.ts';

const languages = /^[a-z]{2}-[A-Z]{2}$/;
const stylesheet = '<link href="static/navette.css" rel="stylesheet">';
/** Bull Board fetches its fonts from Google, which tells Google about every operator. */
const foreignFonts = /<link href="https:\/\/fonts\.googleapis\.com[^>]*>\s*/g;

/** Bull Board's pages with our name, labels and style, nothing from third parties, and errors that tell no internals. */
export class BoardServer extends ExpressAdapter {
  readonly #logger: Logger;

  constructor(logger: Logger) {
    super();
    this.#logger = logger;
  }

  override setStaticPath(route: string, path: string): ExpressAdapter {
    this.app.get(`${route}/navette.css`, (_req, res) => {
      res.type('css').send(boardStyle);
    });
    this.app.get(`${route}/navette.svg`, (_req, res) => {
      res.type('svg').send(logo);
    });
    this.app.get(`${route}/locales/:language/messages.json`, async (req, res, next) => {
      const { language } = req.params;
      if (!languages.test(language)) return next();
      try {
        const text = await readFile(join(path, 'locales', language, 'messages.json'), 'utf8');
        res.json(relabel(language, JSON.parse(text)));
      } catch (error) {
        next((error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : error);
      }
    });
    return super.setStaticPath(route, path);
  }

  override setEntryRoute({ route, handler }: AppViewRoute): ExpressAdapter {
    this.app.get(route, (_req, res, next) => {
      const { name, params } = handler({ basePath: this.basePath, uiConfig: this.uiConfig });
      res.render(name, params, (error: Error | null, html: string) => {
        if (error) return next(error);
        res.send(html.replace(foreignFonts, '').replace('</head>', `${stylesheet}</head>`));
      });
    });
    return this;
  }

  override setErrorHandler(): this {
    return super.setErrorHandler((error) => this.#answer(error));
  }

  #answer(error: Error): ControllerHandlerReturnType {
    // Bull Board's type lists fewer statuses than HTTP; it only passes them on.
    type Status = ControllerHandlerReturnType['status'];
    if (error instanceof BoardRefusal) {
      return { status: error.status as Status, body: { error: error.headline, message: error.message } };
    }
    const status = (error as { readonly statusCode?: unknown }).statusCode;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      return {
        status: status as Status,
        body: { error: { key: 'ERRORS.INVALID_REQUEST_BODY', options: { field: 'body' } } },
      };
    }
    this.#logger.error({ err: error }, 'The board could not answer');
    return {
      status: 503 as unknown as Status,
      body: {
        error: { key: 'ERRORS.INTERNAL_SERVER_ERROR' },
        message: 'The ledger does not answer: see the log of this process.',
      },
    };
  }
}
