import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { marked } from 'marked';
import type { Token, Tokens } from 'marked';
import { frontMatter } from '../../../protocol/training/course.ts';
import type { FrontMatter } from '../../../protocol/training/course.ts';
import type { Told } from '../../../protocol/training/model.ts';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import { readYaml } from './fault.ts';
import type { Found } from './fault.ts';

interface Page {
  readonly file: string;
  readonly head: FrontMatter;
  readonly body: string;
  /** Lines before the body in its file. */
  readonly offset: number;
}

/** What a text may name, and the languages in which it needs a body. */
export interface Around {
  readonly languages: readonly TrainingLanguage[];
  readonly pictures: readonly string[];
  readonly sources: readonly string[];
}

/** Reads the texts <name>.<language>.md of a folder, by the id in their heads. */
export async function readTold(root: string, folder: string, names: RegExp, around: Around, faults: Found[]): Promise<Record<string, Told>> {
  const files = (await readdir(join(root, folder)).catch(() => [])).filter((name) => names.test(name)).toSorted();
  const groups = Map.groupBy(files, (name) => name.replace(/\.(?:en|fr|zh)\.md$/u, ''));
  const all: Record<string, Told> = {};
  for (const [name, group] of groups) {
    const pages: Partial<Record<TrainingLanguage, Page>> = {};
    for (const language of trainingLanguages) {
      const file = `${folder}/${name}.${language}.md`;
      if (!group.includes(`${name}.${language}.md`)) faults.push({ file, line: 1, message: 'the file is missing: every language has at least its title and summary' });
      else pages[language] = readPage(file, await readFile(join(root, file), 'utf8'), faults);
    }
    const { en, fr, zh } = pages;
    if (!en || !fr || !zh) continue;
    const found = [en, fr, zh] as const;
    for (const page of found) {
      checkPage(page, around, faults);
      if (page.head.id !== en.head.id) faults.push({ file: page.file, line: 2, message: `id: "${page.head.id}" is "${en.head.id}" in English` });
    }
    const bodies: Partial<Record<TrainingLanguage, string>> = {};
    for (const language of trainingLanguages) {
      const page = pages[language]!;
      if (page.body !== '') bodies[language] = page.body;
      else if (around.languages.includes(language)) faults.push({ file: page.file, line: page.offset, message: 'the body is missing, though the course says that it has this language' });
    }
    alike(found.filter(({ body }) => body !== ''), faults);
    if (all[en.head.id]) faults.push({ file: en.file, line: 2, message: `id: "${en.head.id}" is taken` });
    all[en.head.id] = { heads: { en: en.head, fr: fr.head, zh: zh.head }, bodies };
  }
  return all;
}

function readPage(file: string, text: string, faults: Found[]): Page | undefined {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/u.exec(text);
  if (!match) {
    faults.push({ file, line: 1, message: 'the head between two lines of --- is missing' });
    return undefined;
  }
  const head = readYaml(file, match[1]!, frontMatter, faults, 1);
  const offset = text.slice(0, text.length - match[2]!.trimStart().length).split('\n').length - 1;
  return head && { file, head, body: match[2]!.trim(), offset };
}

/** What is named is there, and nothing stands in the text that has no place in it. */
function checkPage({ file, head, body, offset }: Page, { pictures, sources }: Around, faults: Found[]): void {
  const said = mentionedIn(body);
  const lineOf = (piece: string): number => offset + body.slice(0, Math.max(0, body.indexOf(piece))).split('\n').length;
  for (const { message, piece } of said.faults) faults.push({ file, line: lineOf(piece), message });
  for (const path of said.pictures) if (!pictures.includes(path)) faults.push({ file, line: lineOf(path), message: `there is no ${path}` });
  for (const id of head.sources ?? []) if (!sources.includes(id)) faults.push({ file, line: 1, near: id, message: `sources: "${id}" is not in sources.yaml` });
}

/** Translations have the same headings, in number and depth, so that a page is found again in another language. */
function alike(pages: readonly Page[], faults: Found[]): void {
  const depths = (body: string): string => marked.lexer(body).flatMap((token) => token.type === 'heading' ? [(token as Tokens.Heading).depth] : []).join(' ');
  const [first, ...others] = pages;
  for (const other of others) {
    if (depths(other.body) !== depths(first!.body)) {
      faults.push({ file: other.file, line: other.offset + 1, message: `its headings (${depths(other.body)}) are not those of ${first!.file} (${depths(first!.body)})` });
    }
  }
}

export interface Mentioned {
  readonly pictures: readonly string[];
  /** Each with the piece of the text that is wrong. */
  readonly faults: readonly { readonly message: string; readonly piece: string }[];
}

/** What a text in Markdown shows and links to, and what in it has no place here. */
export function mentionedIn(body: string): Mentioned {
  const pictures: string[] = [];
  const faults: { message: string; piece: string }[] = [];
  const walk = (tokens: readonly Token[]): void => {
    marked.walkTokens([...tokens], (token) => {
      const say = (message: string): void => void faults.push({ message, piece: token.raw.trim() });
      if (token.type === 'html') say(`HTML is not allowed: ${token.raw.trim().slice(0, 40)}`);
      if (token.type === 'image') {
        const { href, text } = token as Tokens.Image;
        if (!/^pictures\/[a-z0-9-]+\.svg$/u.test(href)) say(`a picture is pictures/<name>.svg, and not ${href}`);
        else pictures.push(href);
        if (text.trim() === '') say(`${href} has no text that describes it`);
      }
      if (token.type === 'link' && !/^https:\/\/[\w.-]+\.[a-z]{2,}(?:\/\S*)?$/u.test((token as Tokens.Link).href)) {
        say(`a link is a whole https address, and not ${(token as Tokens.Link).href}`);
      }
    });
  };
  walk(marked.lexer(body));
  return { pictures, faults };
}
