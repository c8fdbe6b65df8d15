import { describe, expect, it } from 'vitest';
import { limits } from '../../../protocol/limits.ts';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { commands } from '../../../protocol/table.ts';
import { decideDeck, decideVersion } from '../../../server/decks/decide.ts';
import type { Decision } from '../../../server/live/decide/decision.ts';

const version = (language: string, file = 'a') => ({ version: { language, file: file.repeat(64), bytes: 10 }, pages: 3 });

function after(state: SessionState, decision: Decision): SessionState {
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.value.reduce((now: SessionState, draft: Draft) => reduce(now, {
    ...draft, seq: now.seq + 1, at: 0, actor: 'hana', room: 'floor', audience: 'everyone',
  } as SessionEvent), state);
}

describe('a deck and its language versions', () => {
  const one = after(initialState(), decideDeck(initialState(), 'd1', 'Goals', version('en')));

  it('begins with one version', () => {
    expect(one.decks['d1']).toEqual({ id: 'd1', title: 'Goals', pages: 3, versions: [version('en').version] });
  });

  it('takes a version with the same pages, and a new file for a language', () => {
    const two = after(one, decideVersion(one, 'd1', version('zh-CN')));
    const three = after(two, decideVersion(two, 'd1', version('en', 'b')));
    expect(three.decks['d1']?.versions.map(({ language, file }) => [language, file[0]])).toEqual([['zh-CN', 'a'], ['en', 'b']]);
  });

  it('says both counts when the pages differ', () => {
    expect(decideVersion(one, 'd1', { ...version('fr'), pages: 4 })).toEqual({ ok: false, error: { code: 'deck.pagesDiffer', detail: '4/3' } });
  });

  it('changes nothing when the language has this very file', () => {
    expect(decideVersion(one, 'd1', version('en'))).toEqual({ ok: true, value: [] });
  });

  it('has a limit of versions, which replacing one does not reach', () => {
    const languages = ['en', 'fr', 'zh', 'ru', 'de', 'ja', 'es', 'ar', 'pt', 'it', 'nl', 'pl'];
    const full = languages.slice(1).reduce((state, language) => after(state, decideVersion(state, 'd1', version(language))), one);
    expect(full.decks['d1']?.versions).toHaveLength(limits.deckVersions);
    expect(decideVersion(full, 'd1', version('ko'))).toEqual({ ok: false, error: { code: 'deck.limit' } });
    expect(decideVersion(full, 'd1', version('pl', 'b'))).toMatchObject({ ok: true });
  });

  it('is never found under the name of what every object has', () => {
    expect(decideVersion(one, 'constructor', version('en'))).toEqual({ ok: false, error: { code: 'deck.absent' } });
    for (const deck of ['constructor', '__proto__', 'toString']) {
      expect(commands['stage.present'].payload.safeParse({ deck }).success).toBe(false);
    }
    expect(commands['stage.present'].payload.safeParse({ deck: 'd1' }).success).toBe(true);
  });
});
