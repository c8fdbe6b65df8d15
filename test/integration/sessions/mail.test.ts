import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { openLog } from '../../../server/log.ts';
import { invitationMail, mailLanguage } from '../../../server/mail/invitation.ts';
import { Mail, retryDelay } from '../../../server/mail/mail.ts';
import { openTransport } from '../../../server/mail/transport.ts';
import type { Deliver, Message } from '../../../server/mail/transport.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { MailServer } from '../../harness/smtp.ts';

const log = openLog('silent');
const message: Message = {
  to: 'guest@customs.example', subject: 'Invitation: Visit “Nord”', text: 'Line one\nhttps://g.example/invitation/x',
  attachments: [{ filename: 'session.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR', contentType: 'text/calendar; charset=utf-8' }],
};

let directory = '';
let store: Store;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gangway-mail-'));
  store = await openEmbeddedStore(directory);
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

describe('the outbox', () => {
  test('holds each mail as a file that only its owner reads', async () => {
    const mail = await Mail.open({ store, log, deliver: openTransport({ MAIL_URL: undefined, MAIL_FROM: 'Gangway <gangway@customs.example>', DATA_DIR: directory }) });
    expect(await mail.send(message, 'one')).toBe('sent');
    expect(mail.waiting).toBe(0);
    const [name, ...others] = await readdir(join(directory, 'outbox'));
    expect(others).toEqual([]);
    const file = join(directory, 'outbox', name!);
    expect((await stat(file)).mode & 0o077).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('To: guest@customs.example\r\n');
    expect(text).toContain('From: Gangway <gangway@customs.example>');
    expect(text).toMatch(/Content-Type: text\/calendar/);
    expect(text).toContain('https://g.example/invitation/x');
    await mail.close();
  });
});

describe('the queue', () => {
  test('keeps what could not be sent, over a restart, until it can', async () => {
    const broken: Deliver = () => Promise.reject(Object.assign(new Error('nobody there'), { code: 'ESOCKET' }));
    const first = await Mail.open({ store, log, deliver: broken });
    expect(await first.send(message, 'one')).toBe('queued');
    await first.close();
    await store.close();
    store = await openEmbeddedStore(directory);
    const sent: Message[] = [];
    const second = await Mail.open({ store, log, deliver: async (one) => void sent.push(one) });
    expect(second.waiting).toBe(1);
    await second.retry(Date.now() + retryDelay(1) - 10_000);
    expect(sent).toEqual([]);
    await second.retry(Date.now() + retryDelay(1) + 10_000);
    expect(sent).toMatchObject([message]);
    expect(second.waiting).toBe(0);
    await second.close();
  });

  test('does not hold up who sends, and does not send twice', async () => {
    let handedOver = 0;
    const arrived = Promise.withResolvers<void>();
    const slow: Deliver = async () => {
      handedOver += 1;
      await arrived.promise;
    };
    const mail = await Mail.open({ store, log, deliver: slow, patienceMs: 1 });
    expect(await mail.send(message, 'one')).toBe('queued');
    const retry = mail.retry(Date.now() + 1);
    arrived.resolve();
    await retry;
    expect([handedOver, mail.waiting]).toEqual([1, 0]);
    await mail.close();
  });

  test('lets what still waits be called back', async () => {
    const mail = await Mail.open({ store, log, deliver: () => Promise.reject(new Error('no')) });
    await mail.send(message, 'revoked');
    await mail.send(message, 'other');
    await mail.cancel('revoked');
    expect(mail.waiting).toBe(1);
    await mail.close();
  });

  test('gives up after two days and at once on a final refusal, keeps nothing of the message, and says why', async () => {
    const errors = { late: { code: 'ETIMEDOUT' }, gone: { code: 'EENVELOPE', responseCode: 550 }, grey: { code: 'EENVELOPE', responseCode: 451 }, locked: { code: 'EAUTH', responseCode: 535 } };
    const mail = await Mail.open({
      store, log, deliver: ({ subject }) => Promise.reject(Object.assign(new Error('no'), errors[subject as keyof typeof errors])),
    });
    const states = async (names: readonly (keyof typeof errors)[]) => Promise.all(names.map((name) => mail.send({ ...message, subject: name }, name)));
    expect(await states(['late', 'gone', 'grey', 'locked'])).toEqual(['queued', 'failed', 'queued', 'queued']);
    expect(['late', 'gone', 'grey', 'locked', 'never asked'].map((name) => mail.stateOf(name))).toEqual([
      { state: 'queued', reason: 'unreachable' }, { state: 'failed', reason: 'refused' }, { state: 'queued', reason: 'refused' }, { state: 'queued', reason: 'signIn' }, { state: 'sent' },
    ]);
    const now = Date.now() + 49 * 3_600_000;
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
    await mail.retry(now);
    clock.mockRestore();
    expect(mail.waiting).toBe(0);
    expect(['late', 'grey', 'locked'].map((name) => mail.stateOf(name).state)).toEqual(['failed', 'failed', 'failed']);
    // Sent anew it is no longer what was given up.
    expect(await states(['late'])).toEqual(['queued']);
    await mail.cancel('late');
    expect(mail.stateOf('late').state).toBe('sent');
    await mail.close();
  });

  test('waits longer each time, at most six hours', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 20].map((attempts) => retryDelay(attempts) / 60_000);
    expect(pauses).toEqual([1, 4, 16, 64, 256, 360, 360]);
  });
});

describe('by SMTP', () => {
  let smtp: MailServer;
  beforeEach(async () => {
    smtp = await MailServer.open();
  });
  afterEach(() => smtp.close());

  test('a mail goes to the server of MAIL_URL', async () => {
    const { port, lines } = smtp;
    const deliver = openTransport({ MAIL_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'gangway@customs.example', DATA_DIR: directory });
    await deliver(message);
    expect(lines.find((line) => line.startsWith('MAIL FROM'))).toContain('<gangway@customs.example>');
    expect(lines.find((line) => line.startsWith('RCPT TO'))).toContain('<guest@customs.example>');
  });

  test('an address that says more than an address adds no recipient and no header', async () => {
    const { port, lines } = smtp;
    const deliver = openTransport({ MAIL_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'gangway@customs.example', DATA_DIR: directory });
    await deliver({ ...message, subject: 'Hello\r\nBcc: victim@elsewhere.example\r\n\r\nbody' });
    expect(lines.filter((line) => line.startsWith('RCPT TO'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Bcc'))).toEqual([]);
  });
});

describe('an invitation', () => {
  const session: SessionInfo = {
    id: 's', kind: 'observation', administration: 'a', createdBy: 'p', title: 'Visit {link} “Nord”', languages: ['zh-CN', 'en'],
    startsAt: Date.UTC(2030, 0, 2, 8), endsAt: Date.UTC(2030, 0, 2, 10), zone: 'Asia/Shanghai', lobby: true, phase: 'scheduled', locked: false,
  };
  const calendar = message.attachments[0]!;

  test('is written in the first language of the session that there is', () => {
    expect(['fr-BE', 'ru'].map((tag) => mailLanguage([tag, 'xx']))).toEqual(['fr', 'en']);
    expect(mailLanguage(['ru', 'zh-CN', 'en'])).toBe('zh');
    const mail = invitationMail({ to: 'x@y.example', session, administrationName: '中国海关', link: 'https://g.example/i', expiresAt: session.endsAt, calendar });
    expect(mail.text).toContain('中国海关邀请您参加');
    expect(mail.text).toContain('16:00');
    expect(mail.text).toContain('协调世界时');
  });

  test('leaves nothing open, and takes a title as it is', () => {
    for (const language of ['en', 'fr', 'zh']) {
      const mail = invitationMail({
        to: 'x@y.example', session: { ...session, languages: [language] }, administrationName: 'Customs', link: 'https://g.example/i', expiresAt: session.endsAt, calendar,
      });
      expect(mail.subject).toContain('Visit {link} “Nord”');
      expect(mail.text.replaceAll('Visit {link}', '')).not.toMatch(/[{}]/);
      expect(mail.text).toContain('https://g.example/i');
      expect(mail.attachments).toEqual([calendar]);
    }
  });
});
