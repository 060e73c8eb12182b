import { type JobView, jobView } from './views.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Longer than any job of the demo takes, shorter than a person's patience. */
const waitSeconds = 20;

/** Navette as an upstream system sees it: HTTP with an API key, nothing else. */
export class Client {
  #requests = 0;
  readonly base: string;
  readonly #key: string;

  constructor(base: string, key: string) {
    this.base = base;
    this.#key = key;
  }

  get requests(): number {
    return this.#requests;
  }

  /** Any request; `path` begins with a slash. */
  call(path: string, init: RequestInit = {}): Promise<Response> {
    this.#requests += 1;
    const headers = { authorization: `Bearer ${this.#key}`, ...init.headers };
    return fetch(this.base + path, { ...init, headers });
  }

  async #json(path: string, init: RequestInit): Promise<Reply> {
    const response = await this.call(path, init);
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  get(path: string): Promise<Reply> {
    return this.#json(path, {});
  }

  async text(path: string): Promise<string> {
    return (await this.call(path)).text();
  }

  put(path: string, body: unknown): Promise<Reply> {
    return this.#json(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.#json(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Asks for work and waits for its end. @throws Error if it is not taken in, or does not end in time. */
  async work(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<JobView> {
    const reply = await this.post(path, body, { prefer: `wait=${waitSeconds}`, ...headers });
    if (reply.status !== 200) {
      throw new Error(`POST ${path} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    }
    return jobView.parse(reply.body);
  }
}
