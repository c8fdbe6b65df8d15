import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../app/address.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icons.tsx';
import { useVisit } from '../../source.tsx';
import type { Entry, Picture } from '../list.ts';
import { Decision } from '../review/Decision.tsx';
import { Describe } from '../review/Describe.tsx';
import { StateChip } from '../StateChip.tsx';
import { useNames } from '../useEvidence.ts';
import { Facts } from './Facts.tsx';
import { Trail } from './Trail.tsx';
import { Versions } from './Versions.tsx';
import css from './Viewer.module.css';

interface Props {
  readonly entry: Entry;
  readonly picture: Picture;
  readonly onChoose: (picture: Picture) => void;
  readonly onMark: (() => void) | undefined;
  readonly onMask: (() => void) | undefined;
  readonly onDecided: (word: string) => void;
}

/** Beside the picture: where it stands, what is known of it, its versions and its trail, and at the foot the decision. */
export function About({ entry, picture, onChoose, onMark, onMask, onDecided }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const { may, observation, session } = useVisit();
  const names = useNames();
  const item = observation.evidence.items[entry.id];
  const isOpen = entry.state === 'uploading' || entry.state === 'review';
  const isOut = entry.state === 'released' || entry.state === 'masked';
  const mayDecide = may('evidence.release') && (entry.state === 'review' || entry.state === 'withheld');
  // Before the release in custody; afterwards only over what is out.
  const mayMark = may('evidence.mark') && picture.isStored && (isOut ? picture.isReleased : entry.state !== 'discarded' && item !== undefined);
  return (
    <aside className={css['side']} aria-label={t('about')}>
      <div className={css['sideBody']}>
        <div className={css['standing']}><StateChip state={entry.state} /></div>
        {entry.state === 'withheld' && <Banner tone="stop" icon="lock">{t('reasonIs', { reason: entry.reason ?? '' })}</Banner>}
        {entry.state === 'discarded' && <Banner icon="close">{t(entry.reason === 'consent' ? 'discarded.consent' : 'discarded.cancelled')}</Banner>}
        <div className={css['acts']}>
          {onMark && mayMark && <Button look="line" icon="arrowMark" onClick={onMark}>{t('mark.open')}</Button>}
          {item && isOpen && may('evidence.custody') && <Describe item={item} />}
        </div>
        <Facts entry={entry} picture={picture} />
        {picture.isStored && (
          <a
            className={cx(buttonClass('quiet'), css['save'])} download={fileName(entry, picture)}
            href={address('evidenceFile', { session: session.id, evidence: entry.id, version: picture.file, part: 'content' })}
          >
            <Icon name="download" />{t('save')}
          </a>
        )}
        <Versions pictures={entry.pictures} chosen={picture} onChoose={onChoose} />
        {item && <Trail item={item} pictures={entry.pictures} />}
      </div>
      {mayDecide && <Decision entry={entry} picture={picture} onMask={onMask} onDecided={(what) => onDecided(t(`decide.${what}`, { item: names.item(entry) }))} />}
    </aside>
  );
}

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp', 'application/pdf': 'pdf' };

function fileName({ number }: Entry, { pictured: { content } }: Picture): string {
  return `evidence-${number}-${content.hash.slice(0, 8)}.${endings[content.mime] ?? 'bin'}`;
}
