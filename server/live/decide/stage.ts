import type { stageCommands } from '../../../protocol/commands/stage.ts';
import { limits } from '../../../protocol/limits.ts';
import { holds } from '../../../protocol/live/audience.ts';
import { marksOfPage } from '../../../protocol/live/marks.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import { emptyStage } from '../../../protocol/live/stage.ts';
import type { Stage } from '../../../protocol/live/stage.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decisions } from './decision.ts';

export const decideStage: Decisions<keyof typeof stageCommands> = {
  'stage.layout': (_state, actor, { layout, pinned }) => decided({ type: 'stage.layout', data: { layout, pinned }, ...here(actor) }),

  'stage.present': (state, actor, { deck, page = 1 }) => {
    if (!state.decks[deck]) return refused('deck.absent');
    if (page > state.decks[deck].pages) return refused('deck.page');
    return decided({ type: 'stage.presenting', data: { presenter: actor.id, deck, page }, ...here(actor) });
  },

  'stage.page': (state, actor, { page }) => {
    const stage = stageOf(state, actor);
    if (stage.presenter !== actor.id || stage.deck === undefined) return refused('stage.notPresenter');
    if (page > (state.decks[stage.deck]?.pages ?? 0)) return refused('deck.page');
    return page === stage.page ? nothing : decided({ type: 'stage.page', data: { page }, ...here(actor) });
  },

  'stage.view': (state, actor, view) => stageOf(state, actor).presenter === actor.id
    ? decided({ type: 'stage.view', data: view, ...here(actor) })
    : refused('stage.notPresenter'),

  'stage.hand': (state, actor, { to }) => {
    const stage = stageOf(state, actor);
    if (stage.deck === undefined) return refused('stage.nothing');
    if (!leads(state, actor, stage)) return refused('stage.notPresenter');
    const next = state.participants[to];
    if (!next || next.presence !== 'in' || next.room !== actor.room) return refused('participant.absent');
    return stage.presenter === to ? nothing : decided({ type: 'stage.handed', data: { presenter: to }, ...here(actor) });
  },

  'stage.take': (state, actor) => {
    const stage = stageOf(state, actor);
    if (stage.deck === undefined) return refused('stage.nothing');
    return stage.presenter === actor.id ? nothing : decided({ type: 'stage.handed', data: { presenter: actor.id }, ...here(actor) });
  },

  'stage.stop': (state, actor) => {
    const stage = stageOf(state, actor);
    if (stage.deck === undefined) return nothing;
    return leads(state, actor, stage) ? decided({ type: 'stage.stopped', data: {}, ...here(actor) }) : refused('stage.notPresenter');
  },

  'deck.detach': (state, _actor, { deck }) => state.decks[deck] ? decided({ type: 'deck.detached', data: { deck } }) : nothing,

  'deck.removeVersion': (state, _actor, { deck, language }) => {
    const versions = state.decks[deck]?.versions;
    if (!versions?.some((version) => version.language === language)) return nothing;
    return decided(versions.length === 1
      ? { type: 'deck.detached', data: { deck } }
      : { type: 'deck.versionRemoved', data: { deck, language } });
  },

  'mark.add': (state, actor, { deck, page, shape }, { id }) => {
    if (!holds(state, actor, 'mark.draw') && stageOf(state, actor).presenter !== actor.id) return refused('permission.denied', 'mark.draw');
    if (!state.decks[deck]) return refused('deck.absent');
    if (page > state.decks[deck].pages) return refused('deck.page');
    if (marksOfPage(state.marks, actor.room, deck, page).length >= limits.marksPerPage) return refused('mark.limit');
    return decided({ type: 'mark.added', data: { id, deck, page, shape }, ...here(actor) });
  },

  'mark.undo': (state, actor, { deck, page }) => {
    const last = marksOfPage(state.marks, actor.room, deck, page).findLast((mark) => mark.by === actor.id);
    return last ? decided({ type: 'mark.removed', data: { mark: last.id, deck, page }, ...here(actor) }) : nothing;
  },

  'mark.clear': (state, actor, { deck, page }) => {
    if (!leads(state, actor, stageOf(state, actor))) return refused('stage.notPresenter');
    return marksOfPage(state.marks, actor.room, deck, page).length > 0
      ? decided({ type: 'mark.cleared', data: { deck, page }, ...here(actor) })
      : nothing;
  },
};

function stageOf(state: SessionState, actor: Participant): Stage {
  return state.stages[actor.room] ?? emptyStage;
}

/** The presenter leads what is on the stage, and so does who may set layouts. */
function leads(state: SessionState, actor: Participant, stage: Stage): boolean {
  return stage.presenter === actor.id || holds(state, actor, 'stage.layout');
}

function here(actor: Participant) {
  return { room: actor.room, audience: { room: actor.room } } as const;
}
