import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a file of a course, and where. */
export interface Fault {
  /** Relative to content/training. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** A fault whose line is still to be found: the first one that has this in it. */
export interface Found extends Fault {
  readonly near?: string;
}

/** Says the line of each fault, once all are found; a text is read again only when something in it is wrong. */
export function located(root: string, faults: readonly Found[]): Promise<Fault[]> {
  return Promise.all(faults.map(async ({ near, ...fault }) => {
    if (near === undefined) return fault;
    const text = await readFile(join(root, fault.file), 'utf8').catch(() => '');
    return { ...fault, line: Math.max(1, text.split('\n').findIndex((line) => line.includes(near)) + 1) };
  }));
}

/** Reads YAML of a known shape; every fault names its line. `offset`: lines that stand before the text in its file. */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>, faults: Fault[], offset = 0): T | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (position: number | undefined): number => (position === undefined ? 1 : lines.linePos(position).line) + offset;
  for (const error of document.errors) faults.push({ file, line: at(error.pos[0]), message: error.message.split('\n')[0]! });
  if (document.errors.length > 0) return undefined;
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const path = issue.path.map(String);
    faults.push({ file, line: at(positionOf(document, path)), message: `${path.join('.') || 'the file'}: ${issue.message}` });
  }
  return undefined;
}

/** Where the deepest part of a path stands that is there: a field that is missing is told at what should hold it. */
function positionOf(document: Document, path: readonly string[]): number | undefined {
  let node: unknown = document.contents;
  let found = rangeOf(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : '') === step);
      found = rangeOf(pair?.key) ?? found;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      found = rangeOf(node) ?? found;
    } else {
      break;
    }
  }
  return found;
}

function rangeOf(node: unknown): number | undefined {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}
