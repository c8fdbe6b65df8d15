import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { useVisit } from '../../source.tsx';
import type { Entry, Picture } from '../list.ts';
import css from '../viewer/Viewer.module.css';
import { ReleaseDialog } from './ReleaseDialog.tsx';
import { WithholdDialog } from './WithholdDialog.tsx';

interface Props {
  readonly entry: Entry;
  /** The version that is looked at: this is the one that a release lets out. */
  readonly picture: Picture;
  /** Absent: what is shown is no picture, and nothing can be masked in it. */
  readonly onMask: (() => void) | undefined;
  readonly onDecided: (what: 'released' | 'withheld') => void;
}

/** The operator's word on an item: let it out as it is shown, mask it first, or keep it. */
export function Decision({ entry, picture, onMask, onDecided }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const { run } = useVisit();
  const [asked, setAsked] = useState<'release' | 'withhold'>();
  const [isBusy, setBusy] = useState(false);
  const decide = async (what: 'released' | 'withheld', send: () => Promise<string | undefined>): Promise<void> => {
    setAsked(undefined);
    setBusy(true);
    const done = await send();
    setBusy(false);
    if (done !== undefined) onDecided(what);
  };
  return (
    <section className={css['decision']} aria-label={t('decide.label')}>
      <p className={css['note']}>{t(entry.state === 'withheld' ? 'decide.again' : onMask ? 'decide.note' : 'decide.noteFile')}</p>
      <div className={css['decisions']}>
        <Button look="primary" icon="check" busy={isBusy} disabled={!picture.isStored} onClick={() => setAsked('release')}>{t('decide.release')}</Button>
        {onMask && <Button look="line" icon="mask" disabled={isBusy || !picture.isStored} onClick={onMask}>{t('decide.mask')}</Button>}
        {entry.state !== 'withheld' && <Button look="stopLine" icon="lock" disabled={isBusy} onClick={() => setAsked('withhold')}>{t('decide.withhold')}</Button>}
      </div>
      {asked === 'release' && (
        <ReleaseDialog
          entry={entry} masked={picture.regions.length} marks={picture.marks.length} onClose={() => setAsked(undefined)}
          onConfirm={(place) => void decide('released', () => run('evidence.release', { evidence: entry.id, version: picture.id, place }))}
        />
      )}
      {asked === 'withhold' && (
        <WithholdDialog entry={entry} onClose={() => setAsked(undefined)} onConfirm={(reason) => void decide('withheld', () => run('evidence.withhold', { evidence: entry.id, reason }))} />
      )}
    </section>
  );
}
