import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { termsOf } from '../../../protocol/training/glossary.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import { address } from '../../app/address.ts';
import { useApi } from '../../app/queries.ts';
import { languages } from '../../i18n/languages.ts';
import { readLesson } from './blocks.ts';
import type { Block, Inline } from './blocks.ts';
import { Term } from './Term.tsx';
import css from './lesson.module.css';

interface Props {
  readonly body: string;
  readonly language: TrainingLanguage;
  /** Whose pictures are shown. */
  readonly course: string;
  readonly module: string;
  /** Terms of the glossary are explained where they are used first. */
  readonly explains?: boolean;
}

/** A long text of a course, in its own language. */
export function LessonText({ body, language, course, module, explains = true }: Props): ReactNode {
  const { t } = useTranslation('training');
  const glossary = useApi('glossary');
  const entries = explains ? glossary.data?.entries : undefined;
  const blocks = useMemo(() => readLesson(body, termsOf(entries ?? [], language)), [body, entries, language]);
  const pictureOf = (href: string): string => address('coursePicture', { course, module, name: href.replace(/^pictures\//u, '') });

  // The parts of a text never change places, so their index is their key.
  const inline = (one: Inline, key: number): ReactNode => {
    switch (one.type) {
      case 'text': return one.text;
      case 'term': return <Term key={key} entry={one.entry} language={language}>{one.text}</Term>;
      case 'strong': return <strong key={key}>{one.of.map(inline)}</strong>;
      case 'em': return <em key={key}>{one.of.map(inline)}</em>;
      case 'del': return <del key={key}>{one.of.map(inline)}</del>;
      case 'code': return <code key={key}>{one.text}</code>;
      case 'break': return <br key={key} />;
      case 'link': return <a key={key} href={one.href} target="_blank" rel="noopener noreferrer">{one.of.map(inline)}</a>;
      case 'picture': return <img key={key} className={css['picture']} src={pictureOf(one.href)} alt={one.alt} loading="lazy" />;
      default: return one satisfies never;
    }
  };
  const block = (one: Block, key: number): ReactNode => {
    switch (one.type) {
      case 'heading': return one.depth <= 2 ? <h2 key={key}>{one.of.map(inline)}</h2> : <h3 key={key}>{one.of.map(inline)}</h3>;
      case 'paragraph': return one.of.length === 1 && one.of[0]!.type === 'picture' ? <figure key={key}>{one.of.map(inline)}</figure> : <p key={key}>{one.of.map(inline)}</p>;
      case 'quote': return <blockquote key={key}>{one.of.map(block)}</blockquote>;
      case 'list': {
        const items = one.items.map((item, index) => <li key={index}>{item.map(block)}</li>);
        return one.ordered ? <ol key={key} start={one.start}>{items}</ol> : <ul key={key}>{items}</ul>;
      }
      case 'table': return (
        // Wider than the page it has to be scrolled, with the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div key={key} className={css['wide']} tabIndex={0} role="region" aria-label={t('lesson.table')}>
          <table>
            <thead><tr>{one.head.map((cell, index) => <th key={index} scope="col">{cell.map(inline)}</th>)}</tr></thead>
            <tbody>{one.rows.map((row, index) => <tr key={index}>{row.map((cell, at) => <td key={at}>{cell.map(inline)}</td>)}</tr>)}</tbody>
          </table>
        </div>
      );
      case 'code': return <pre key={key}><code>{one.text}</code></pre>;
      case 'rule': return <hr key={key} />;
      default: return one satisfies never;
    }
  };
  return <div className={css['text']} lang={languages[language].tag}>{blocks.map(block)}</div>;
}
