import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { standingOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Outcome } from '../../../../protocol/assessment/meeting/outcomes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useNames, useStamp } from '../useNames.ts';
import { Answers, outcomeTones, Owed } from './versionParts.tsx';
import css from '../meeting.module.css';

/** How a text came to be what it is, the newest first. */
export function VersionsDialog({ title, outcome, onClose }: { readonly title: string; readonly outcome: Outcome; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const { person } = useNames();
  const stamp = useStamp();
  return (
    <Dialog title={t('outcome.versionsOf', { title })} onClose={onClose} actions={<Button look="line" onClick={onClose}>{t('common:close')}</Button>}>
      <ol className={css['cards']}>
        {outcome.versions.toReversed().map((one) => {
          const state = standingOf(one);
          return (
            <li key={one.number} className={css['card']}>
              <div className={css['head']}><b>{t('outcome.version', { number: one.number, name: person(one.by), time: stamp(one.at) })}</b><Chip tone={outcomeTones[state]}>{t(`state.${state}`)}</Chip></div>
              <p className={css['text']}>{one.text}</p>
              <Owed version={one} isAction={outcome.kind === 'action'} />
              <Answers version={one} />
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
