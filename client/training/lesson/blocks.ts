import { marked } from 'marked';
import type { Token, Tokens } from 'marked';
import type { GlossaryEntry } from '../../../protocol/training/course.ts';
import type { Terms } from '../../../protocol/training/glossary.ts';

/** A lesson as elements. Nothing in it is ever HTML: what Markdown would take for that stays text. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'term'; readonly text: string; readonly entry: GlossaryEntry }
  | { readonly type: 'strong' | 'em' | 'del'; readonly of: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'link'; readonly href: string; readonly of: readonly Inline[] }
  | { readonly type: 'picture'; readonly href: string; readonly alt: string }
  | { readonly type: 'break' };

export type Block =
  | { readonly type: 'heading'; readonly depth: number; readonly of: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly of: readonly Inline[] }
  | { readonly type: 'quote'; readonly of: readonly Block[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' };

/** Reads Markdown; terms are marked once, outside of headings and links. */
export function readLesson(body: string, terms: Terms): readonly Block[] {
  const seen = new Set<string>();

  const words = (text: string, marks: boolean): readonly Inline[] => {
    if (!marks || !terms.pattern) return [{ type: 'text', text }];
    const found: Inline[] = [];
    let from = 0;
    for (const match of text.matchAll(terms.pattern)) {
      const entry = terms.entryOf(match[0]);
      if (!entry || seen.has(entry.id)) continue;
      seen.add(entry.id);
      if (match.index > from) found.push({ type: 'text', text: text.slice(from, match.index) });
      found.push({ type: 'term', text: match[0], entry });
      from = match.index + match[0].length;
    }
    if (from < text.length) found.push({ type: 'text', text: text.slice(from) });
    return found;
  };

  const inline = (tokens: readonly Token[] | undefined, marks: boolean): readonly Inline[] => (tokens ?? []).flatMap((token): readonly Inline[] => {
    switch (token.type) {
      case 'text': {
        const { tokens: inner, text } = token as Tokens.Text;
        return inner ? inline(inner, marks) : words(plain(text), marks);
      }
      case 'escape': return words((token as Tokens.Escape).text, false);
      case 'strong': case 'em': case 'del': return [{ type: token.type, of: inline((token as Tokens.Strong).tokens, marks) }];
      case 'codespan': return [{ type: 'code', text: plain((token as Tokens.Codespan).text) }];
      case 'br': return [{ type: 'break' }];
      case 'link': {
        const { href, tokens: inner } = token as Tokens.Link;
        return /^https?:\/\//u.test(href) ? [{ type: 'link', href, of: inline(inner, false) }] : inline(inner, marks);
      }
      case 'image': return [{ type: 'picture', href: (token as Tokens.Image).href, alt: plain((token as Tokens.Image).text) }];
      default: return [{ type: 'text', text: token.raw }];
    }
  });

  const blocks = (tokens: readonly Token[]): readonly Block[] => tokens.flatMap((token): readonly Block[] => {
    switch (token.type) {
      case 'heading': return [{ type: 'heading', depth: (token as Tokens.Heading).depth, of: inline(token.tokens, false) }];
      case 'paragraph': return [{ type: 'paragraph', of: inline(token.tokens, true) }];
      case 'text': return [{ type: 'paragraph', of: inline((token as Tokens.Text).tokens ?? [token], true) }];
      case 'blockquote': return [{ type: 'quote', of: blocks((token as Tokens.Blockquote).tokens) }];
      case 'list': {
        const { ordered, start, items } = token as Tokens.List;
        return [{ type: 'list', ordered, start: typeof start === 'number' ? start : 1, items: items.map((item) => blocks(item.tokens)) }];
      }
      case 'table': {
        const { header, rows } = token as Tokens.Table;
        return [{ type: 'table', head: header.map((cell) => inline(cell.tokens, false)), rows: rows.map((row) => row.map((cell) => inline(cell.tokens, true))) }];
      }
      case 'code': return [{ type: 'code', text: (token as Tokens.Code).text }];
      case 'hr': return [{ type: 'rule' }];
      case 'space': case 'def': return [];
      default: return [{ type: 'paragraph', of: [{ type: 'text', text: token.raw }] }];
    }
  });

  return blocks(marked.lexer(body));
}

/** The lexer writes five characters as entities. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
