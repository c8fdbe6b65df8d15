import type { ReactNode } from 'react';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import type { OpenDraft } from './useTextsDraft.ts';
import css from './VersionForm.module.css';

interface Props<F extends string> {
  readonly draft: OpenDraft<F>;
  readonly words: { readonly save: string; readonly discard: string; readonly hint: string };
  /** Said while others have changed the same texts; what they wrote may stand in it. */
  readonly conflict: (fields: readonly F[]) => ReactNode;
  readonly children: ReactNode;
}

/** The texts that people write into a document of versions. What others save meanwhile is not overwritten unseen. */
export function VersionForm<F extends string>({ draft, words, conflict, children }: Props<F>): ReactNode {
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      {children}
      {draft.differing.length > 0 && <Banner tone="warn" role="status">{conflict(draft.differing)}</Banner>}
      <div className={css['save']}>
        <Button look="primary" type="submit" busy={draft.busy} disabled={draft.isEmpty}>{words.save}</Button>
        {!draft.isEmpty && <Button look="quiet" onClick={draft.discard}>{words.discard}</Button>}
        <p className={css['hint']}>{words.hint}</p>
      </div>
    </form>
  );
}
