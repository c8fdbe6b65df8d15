import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftView } from '../../../protocol/training/views.ts';
import { useViewerZone } from '../../app/zone.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFigures } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from '../assignment/assignment.module.css';

interface Props {
  readonly theirs: DraftView;
  /** `mine`: the own text stays in the editor, to be saved on top of theirs. */
  readonly onTake: (theirs: DraftView, mine: boolean) => void;
}

/** Somebody else saved meanwhile: both texts are there, and one chooses which to go on with. */
export function Conflict({ theirs, onTake }: Props): ReactNode {
  const { t } = useTranslation('training');
  const { moment } = useFigures();
  const zone = useViewerZone();
  return (
    <section className={pages['card']} aria-labelledby="conflict">
      <h2 id="conflict">{t('conflict.title')}</h2>
      <Banner tone="warn" role="alert">{t('conflict.text', { name: theirs.by ?? '', at: theirs.at === undefined ? '' : moment(theirs.at, zone) })}</Banner>
      <details><summary>{t('conflict.show')}</summary><p className={css['quote']}>{theirs.body}</p></details>
      <div className={pages['buttons']}>
        <Button look="line" onClick={() => onTake(theirs, false)}>{t('conflict.theirs')}</Button>
        <Button look="primary" onClick={() => onTake(theirs, true)}>{t('conflict.mine')}</Button>
      </div>
    </section>
  );
}
