import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Settings } from '../settings.ts';

export interface Attachment {
  readonly filename: string;
  readonly content: string;
  readonly contentType: string;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

/** Hands one message over, or rejects. */
export type Deliver = (message: Message) => Promise<void>;

/** Past this a mail server counts as out of reach. */
const TIMEOUT_MS = 15_000;

/** By SMTP where MAIL_URL says so; else every message becomes a file in DATA_DIR/outbox, for an administrator to pass on. */
export function openTransport({ MAIL_URL, MAIL_FROM, DATA_DIR }: Pick<Settings, 'MAIL_URL' | 'MAIL_FROM' | 'DATA_DIR'>): Deliver {
  const safe = { disableFileAccess: true, disableUrlAccess: true };
  if (MAIL_URL !== undefined) {
    const smtp = createTransport({
      url: MAIL_URL, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS, ...safe,
    });
    return async (message) => {
      await smtp.sendMail(fields(message, MAIL_FROM));
    };
  }
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...safe });
  const outbox = join(DATA_DIR, 'outbox');
  return async (message) => {
    const { message: content } = await composer.sendMail(fields(message, MAIL_FROM));
    if (!Buffer.isBuffer(content)) throw new TypeError('the composed message is no buffer');
    await mkdir(outbox, { recursive: true, mode: 0o700 });
    // Links are in there, so the files are the owner's alone.
    await writeFile(join(outbox, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`), content, { mode: 0o600, flag: 'wx' });
  };
}

function fields(message: Message, from: string) {
  return { ...message, from, attachments: message.attachments.map((one) => ({ ...one })) };
}
