import { createServer, type Socket } from 'node:net';

/** What the sink says to one command, or does to the connection. */
export type SmtpAnswer = string | 'drop' | 'silence';

export interface SinkMessage {
  readonly sender: string;
  readonly recipients: readonly string[];
  /** As it came over the wire, dots unstuffed. */
  readonly raw: string;
  /** Unfolded, by lower-case name; the last one wins. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Where a script may answer otherwise. `accepted`: after the message was taken, instead of the 250. */
export type SmtpMoment = 'connect' | 'MAIL' | 'RCPT' | 'DATA' | 'accepted';

export interface SmtpSink {
  readonly url: string;
  /** Every message whose last dot was read, also when a script then hid that. */
  readonly messages: readonly SinkMessage[];
  /** Messages are taken but not answered until this is called. */
  hold(): () => void;
  /** The next time this moment comes, answers so instead. */
  answerNext(moment: SmtpMoment, answer: SmtpAnswer): void;
  /** From now on, at each such moment. */
  answerAlways(moment: SmtpMoment, answer: SmtpAnswer): void;
  reset(): void;
  close(): Promise<void>;
}

/** A small real SMTP server on 127.0.0.1 that keeps what it is sent and refuses on demand. */
export const startSmtpSink = async (): Promise<SmtpSink> => {
  const messages: SinkMessage[] = [];
  const once = new Map<SmtpMoment, SmtpAnswer[]>();
  const always = new Map<SmtpMoment, SmtpAnswer>();
  const sockets = new Set<Socket>();
  let held: Promise<void> | null = null;

  const answer = (socket: Socket, moment: SmtpMoment, usual: string): boolean => {
    const said = once.get(moment)?.shift() ?? always.get(moment) ?? usual;
    if (said === 'drop') socket.destroy();
    else if (said !== 'silence') socket.write(`${said}\r\n`);
    return said.startsWith('2') || said.startsWith('3');
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setEncoding('utf8');
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let buffer = '';
    let inData = false;
    let sender = '';
    let recipients: string[] = [];

    const onCommand = (line: string): void => {
      const [verb = ''] = line.split(' ', 1);
      switch (verb.toUpperCase()) {
        case 'EHLO':
          socket.write('250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n');
          return;
        case 'MAIL':
          sender = /<(.*?)>/.exec(line)?.[1] ?? '';
          recipients = [];
          answer(socket, 'MAIL', '250 2.1.0 Ok');
          return;
        case 'RCPT':
          if (answer(socket, 'RCPT', '250 2.1.5 Ok')) recipients.push(/<(.*?)>/.exec(line)?.[1] ?? '');
          return;
        case 'DATA':
          inData = answer(socket, 'DATA', '354 Go ahead');
          return;
        case 'QUIT':
          socket.end('221 2.0.0 Bye\r\n');
          return;
        default:
          socket.write('250 2.0.0 Ok\r\n');
      }
    };

    const onMessage = async (raw: string): Promise<void> => {
      messages.push({ sender, recipients, raw, headers: headersOf(raw) });
      if (held !== null) await held;
      if (!socket.destroyed) answer(socket, 'accepted', `250 2.0.0 Ok: queued as ${messages.length}`);
    };

    socket.on('data', (chunk: string) => {
      buffer += chunk;
      for (;;) {
        const mark = inData ? '\r\n.\r\n' : '\r\n';
        const end = buffer.indexOf(mark);
        if (end < 0) return;
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + mark.length);
        if (!inData) onCommand(part);
        else {
          inData = false;
          void onMessage(part.replaceAll('\r\n..', '\r\n.'));
        }
      }
    });
    answer(socket, 'connect', '220 sink ESMTP');
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    messages,
    hold: () => {
      let release = (): void => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = null;
        release();
      };
    },
    answerNext: (moment, said) => void once.set(moment, [...(once.get(moment) ?? []), said]),
    answerAlways: (moment, said) => void always.set(moment, said),
    reset: () => {
      messages.length = 0;
      once.clear();
      always.clear();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const headersOf = (raw: string): Map<string, string> => {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  return new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
      }),
  );
};
