import { memo } from 'react';
import type { ReactNode } from 'react';
import { readMarkdown } from './markdown.ts';
import type { Block, Inline } from './markdown.ts';
import css from './Chat.module.css';

/** A message as elements; the tree has nothing that could be anything else. */
export const MessageText = memo(({ text }: { readonly text: string }): ReactNode => (
  <div className={css['text']} dir="auto">{readMarkdown(text).map(block)}</div>
));
MessageText.displayName = 'MessageText';

// The parts of a message never change places, so their index is their key.
function block(one: Block, key: number): ReactNode {
  switch (one.type) {
    case 'paragraph': return <p key={key}>{one.of.map(inline)}</p>;
    // Wider than the panel, it has to be scrolled with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    case 'code': return <pre key={key} tabIndex={0}><code>{one.text}</code></pre>;
    case 'quote': return <blockquote key={key}>{one.of.map(block)}</blockquote>;
    case 'list': {
      const items = one.items.map((item, index) => <li key={index}>{item.map(block)}</li>);
      return one.ordered ? <ol key={key} start={one.start}>{items}</ol> : <ul key={key}>{items}</ul>;
    }
    default: return one satisfies never;
  }
}

function inline(one: Inline, key: number): ReactNode {
  switch (one.type) {
    case 'text': return one.text;
    case 'break': return <br key={key} />;
    case 'code': return <code key={key}>{one.text}</code>;
    case 'strong': return <strong key={key}>{one.of.map(inline)}</strong>;
    case 'emphasis': return <em key={key}>{one.of.map(inline)}</em>;
    case 'struck': return <s key={key}>{one.of.map(inline)}</s>;
    case 'link': return <a key={key} href={one.href} target="_blank" rel="noopener noreferrer nofollow">{one.of.map(inline)}</a>;
    default: return one satisfies never;
  }
}
