import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /**
   * The next chunk to the server that holds `text` costs the client its connection: before the server
   * gets it, or when the server has answered it, which the client then never hears.
   */
  dropAt(text: string, moment: 'before' | 'answered'): void;
  /** Connections that were cut so. */
  readonly drops: number;
  /** The server is away: connections break, new ones are refused. */
  cut(): Promise<void>;
  /** The server is back, at the same port. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** A way to a server that loses connections on demand. */
export const startTcpProxy = async (target: { host: string; port: number }): Promise<TcpProxy> => {
  const sockets = new Set<Socket>();
  let armed: { text: string; moment: 'before' | 'answered' } | null = null;
  let drops = 0;
  const server = createServer((client) => {
    const upstream = connect(target);
    let swallow = false;
    const cut = (): void => {
      drops += 1;
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      const hit = armed !== null && chunk.includes(armed.text) ? armed : null;
      if (hit !== null) armed = null;
      if (hit?.moment === 'before') return cut();
      swallow ||= hit !== null;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => (swallow ? cut() : client.write(chunk)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port');
  return {
    port: address.port,
    dropAt: (text, moment) => {
      armed = { text, moment };
    },
    get drops() {
      return drops;
    },
    cut: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => new Promise<void>((resolve) => server.listen(address.port, '127.0.0.1', resolve)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
