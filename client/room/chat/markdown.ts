import { Lexer } from 'marked';
import type { MarkedToken, Token } from 'marked';

/**
 * A message as a small tree of what may be drawn. Markdown is only read here; nothing of it ever becomes HTML, so
 * there is nothing to clean: tags, images and tables stay the characters that somebody typed.
 */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'break' }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis' | 'struck'; readonly of: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly of: readonly Inline[] };

export type Block =
  | { readonly type: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'quote'; readonly of: readonly Block[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] };

/** Deeper than anybody writes; below it, what is nested is shown as typed. */
const DEEPEST = 6;

export function readMarkdown(text: string): readonly Block[] {
  try {
    return blocks(new Lexer({ gfm: true, breaks: true }).lex(text), 0);
  } catch {
    // The reader runs out of stack on thousands of nested quotes; the words are still there.
    return [plain(text)];
  }
}

function blocks(tokens: readonly Token[], depth: number): Block[] {
  const out: Block[] = [];
  for (const token of tokens as readonly MarkedToken[]) {
    const block = blockOf(token, depth);
    if (block) out.push(block);
  }
  return out;
}

function blockOf(token: MarkedToken, depth: number): Block | undefined {
  switch (token.type) {
    case 'space':
    case 'checkbox': return undefined;
    case 'paragraph': return { type: 'paragraph', of: inlines(token.tokens, depth) };
    case 'heading': return { type: 'paragraph', of: [{ type: 'strong', of: inlines(token.tokens, depth) }] };
    case 'text': return { type: 'paragraph', of: token.tokens ? inlines(token.tokens, depth) : [{ type: 'text', text: token.text }] };
    case 'code': return { type: 'code', text: token.text };
    case 'blockquote': return depth >= DEEPEST ? plain(token.raw) : { type: 'quote', of: blocks(token.tokens, depth + 1) };
    case 'list':
      if (depth >= DEEPEST) return plain(token.raw);
      return {
        type: 'list', ordered: token.ordered, start: token.start === '' ? 1 : token.start,
        items: token.items.map((item) => blocks(item.tokens, depth + 1)),
      };
    default: return plain(token.raw);
  }
}

function inlines(tokens: readonly Token[], depth: number): Inline[] {
  return (tokens as readonly MarkedToken[]).map((token) => inlineOf(token, depth));
}

function inlineOf(token: MarkedToken, depth: number): Inline {
  if (depth > DEEPEST * 2) return { type: 'text', text: token.raw };
  switch (token.type) {
    case 'br': return { type: 'break' };
    case 'codespan': return { type: 'code', text: token.text };
    case 'escape': return { type: 'text', text: token.text };
    case 'strong': return { type: 'strong', of: inlines(token.tokens, depth + 1) };
    case 'em': return { type: 'emphasis', of: inlines(token.tokens, depth + 1) };
    case 'del': return { type: 'struck', of: inlines(token.tokens, depth + 1) };
    case 'link': {
      const href = safeHref(token.href);
      return href === undefined ? { type: 'text', text: token.raw } : { type: 'link', href, of: inlines(token.tokens, depth + 1) };
    }
    case 'text': return { type: 'text', text: token.text };
    default: return { type: 'text', text: token.raw };
  }
}

/** Only where a browser goes without running anything: the web and mail. An address of this site's own is not one. */
export function safeHref(href: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(href)) return undefined;
  try {
    const url = new URL(href);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) && url.username === '' && url.password === '' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function plain(text: string): Block {
  const lines = text.replace(/\n+$/u, '').split('\n');
  return { type: 'paragraph', of: lines.flatMap((line, index): Inline[] =>
    index === 0 ? [{ type: 'text', text: line }] : [{ type: 'break' }, { type: 'text', text: line }]) };
}
