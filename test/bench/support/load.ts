import { connect, type Socket } from 'node:net';
import { apiKey } from './installation.ts';

interface LoadAnswer {
  readonly status: number;
  readonly text: string;
}

interface Pending {
  readonly resolve: (answer: LoadAnswer) => void;
  readonly reject: (error: Error) => void;
}

const headEnd = Buffer.from('\r\n\r\n');

/** The answer at the beginning of what came, if it is all there. */
const parseAnswer = (received: Buffer): LoadAnswer | null => {
  const end = received.indexOf(headEnd);
  if (end === -1) return null;
  const head = received.toString('latin1', 0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer without a length:\n${head}`);
  const start = end + headEnd.length;
  if (received.length < start + Number(length)) return null;
  return {
    status: Number(head.slice(9, 12)),
    text: received.toString('utf8', start, start + Number(length)),
  };
};

/** One kept-alive connection, with one request at a time on it. */
const openConnection = (port: number, onEnd: () => void) => {
  let pending: Pending | null = null;
  let received: Buffer = Buffer.alloc(0);
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const fail = (error: Error): void => {
    pending?.reject(error);
    pending = null;
  };
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    try {
      const answer = parseAnswer(received);
      if (answer === null) return;
      received = Buffer.alloc(0);
      const { resolve } = pending ?? {};
      pending = null;
      resolve?.(answer);
    } catch (error) {
      fail(error as Error);
    }
  });
  socket.on('error', fail);
  socket.on('close', () => {
    fail(new Error('The server has closed a connection under a request'));
    onEnd();
  });
  return {
    send: (request: string): Promise<LoadAnswer> =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject };
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
};

type Connection = ReturnType<typeof openConnection>;

/**
 * Kept-alive connections, as many as asked for, on bare sockets: Node's own HTTP client takes more of a core for a
 * request than Express does to answer it, and would hide how fast a server is.
 */
export const createClient = (url: string, connections: number) => {
  const { port, host } = new URL(url);
  const open = new Set<Connection>();
  const idle: Connection[] = [];
  const waiting: ((connection: Connection) => void)[] = [];
  const add = (): Connection => {
    const connection: Connection = openConnection(Number(port), () => {
      open.delete(connection);
      const at = idle.indexOf(connection);
      if (at !== -1) idle.splice(at, 1);
    });
    open.add(connection);
    return connection;
  };
  const take = (): Connection | Promise<Connection> =>
    idle.pop() ?? (open.size < connections ? add() : new Promise((resolve) => waiting.push(resolve)));
  const giveBack = (connection: Connection): void => {
    const next = waiting.shift();
    if (next !== undefined) next(connection);
    else idle.push(connection);
  };
  return {
    post: async (path: string, body: string): Promise<LoadAnswer> => {
      const head =
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${apiKey}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
      const connection = await take();
      const answer = await connection.send(head + body);
      giveBack(connection);
      return answer;
    },
    close: () => {
      for (const connection of open) connection.close();
    },
  };
};

export type LoadClient = ReturnType<typeof createClient>;

/** Posts `count` bodies, always as many under way as there are connections. Requests answered 202 per second. */
export const measureLoad = async (
  client: LoadClient,
  {
    count,
    connections,
    body,
  }: { readonly count: number; readonly connections: number; readonly body: (n: number) => string },
): Promise<number> => {
  // Made before the clock starts.
  const bodies = Array.from({ length: count }, (_, n) => body(n));
  let next = 0;
  const began = performance.now();
  const run = async (): Promise<void> => {
    for (let taken = bodies[next++]; taken !== undefined; taken = bodies[next++]) {
      const { status, text } = await client.post('/v1/orders', taken);
      if (status !== 202) throw new Error(`Answered ${status}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, run));
  return count / ((performance.now() - began) / 1_000);
};
