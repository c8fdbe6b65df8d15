import { describe, expect, test } from 'vitest';
import { readMarkdown, safeHref } from '../../../client/room/chat/markdown.ts';
import { conversationsOf, markRead, total, unreadIn } from '../../../client/room/chat/unread.ts';
import { inside } from './scene.ts';
import type { Scene } from './scene.ts';

const say = (before: Scene, actor: string, text: string, to?: string): Scene =>
  before.after({ actor, type: 'chat.sent', data: { id: `${actor}${text}`, text, ...(to === undefined ? {} : { to }) } });

describe('unread', () => {
  const before = say(inside('ana:host', 'ben', 'cai'), 'ana', 'early');
  const since = before.state.seq;
  const after = say(say(say(say(before, 'ana', 'one'), 'ben', 'mine'), 'cai', 'to you', 'ben'), 'ana', 'two');

  test('counts what others wrote since one came in, for each conversation', () => {
    expect(unreadIn(after.state.chat, { since, read: {} }, 'ben')).toEqual({ 'room:floor': 2, 'pair:ben:cai': 1 });
    expect(total(unreadIn(after.state.chat, { since, read: {} }, 'ben'))).toBe(3);
  });

  test('is gone once read, and what follows counts again', () => {
    const reads = markRead({ since, read: {} }, after.state.chat, 'room:floor');
    expect(unreadIn(after.state.chat, reads, 'ben')).toEqual({ 'pair:ben:cai': 1 });
    expect(unreadIn(say(after, 'cai', 'three').state.chat, reads, 'ben')).toEqual({ 'room:floor': 1, 'pair:ben:cai': 1 });
    expect(markRead(reads, after.state.chat, 'room:floor')).toBe(reads);
  });

  test('conversations: my room, the others that I belong to, then people by their last word', () => {
    const talk = say(say(after, 'ana', 'hello', 'ben'), 'ben', 'hello', 'cai')
      .after({ type: 'room.created', data: { id: 'side', name: 'Side', mode: 'aside', members: ['ben'] } }, { type: 'participant.moved', data: { participant: 'ben', room: 'side' } });
    expect(conversationsOf(talk.state, 'ben').map((one) => one.id)).toEqual(['room:side', 'room:floor', 'pair:ben:cai', 'pair:ana:ben']);
    expect(conversationsOf(talk.state, 'ana').map((one) => one.id)).toEqual(['room:floor', 'pair:ana:ben']);
  });
});

describe('markdown without HTML', () => {
  test('what is allowed', () => {
    expect(readMarkdown('**a** *b* ~~c~~ `d`\ne')).toEqual([{ type: 'paragraph', of: [
      { type: 'strong', of: [{ type: 'text', text: 'a' }] }, { type: 'text', text: ' ' }, { type: 'emphasis', of: [{ type: 'text', text: 'b' }] },
      { type: 'text', text: ' ' }, { type: 'struck', of: [{ type: 'text', text: 'c' }] }, { type: 'text', text: ' ' }, { type: 'code', text: 'd' },
      { type: 'break' }, { type: 'text', text: 'e' },
    ] }]);
    expect(readMarkdown('3. x\n4. y')).toMatchObject([{ type: 'list', ordered: true, start: 3, items: [[{ type: 'paragraph' }], [{ type: 'paragraph' }]] }]);
    expect(readMarkdown('> q')).toMatchObject([{ type: 'quote' }]);
    expect(readMarkdown('```\n<b>\n```')).toEqual([{ type: 'code', text: '<b>' }]);
  });

  test.each([
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b onclick=alert(1)>x</b>', '<svg/onload=alert(1)>', '![x](https://evil.example/pixel.png)',
    '[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](data:text/html,<script>alert(1)</script>)', '[x](vbscript:x)', '[x](/api/sign-out)',
    '<javascript:alert(1)>', '[x](  javascript:alert(1))', '[x](java&#115;cript:alert(1))', '[x](https://good@evil.example/)', '<!-- x -->', '<div>\n\n**b**\n\n</div>',
  ])('%s stays characters', (text) => {
    const seen = JSON.stringify(readMarkdown(text));
    expect(seen).not.toMatch(/"type":"link"/u);
    expect(seen).not.toMatch(/"type":"(?:html|image)"/u);
    expect(wordsOf(readMarkdown(text))).toContain(/[a-z]+/iu.exec(text)![0]);
  });

  test.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'], ['www.example.org', 'http://www.example.org/'], ['<mailto:a@example.org>', 'mailto:a@example.org'],
    ['[text](http://example.org)', 'http://example.org/'],
  ])('%s is a link', (text, href) => {
    expect(JSON.stringify(readMarkdown(text))).toContain(JSON.stringify({ type: 'link', href }).slice(1, -1));
  });

  test.each(['>'.repeat(4_000), '- '.repeat(2_000), '['.repeat(4_000), '*a '.repeat(1_300), '<'.repeat(4_000)])('nested %# times over is read, and loses no words', (text) => {
    expect(readMarkdown(`${text}end`).length).toBeGreaterThan(0);
    expect(wordsOf(readMarkdown(`${text}end`))).toContain('end');
  });

  test('an address is where it says', () => {
    expect(safeHref('https://example.org')).toBe('https://example.org/');
    expect(safeHref('https://')).toBeUndefined();
    expect(safeHref('//example.org')).toBeUndefined();
  });
});

function wordsOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { text, of, items } = node as { text?: string; of?: unknown; items?: unknown };
  return `${text ?? ''}${wordsOf(of)}${wordsOf(items)}`;
}
