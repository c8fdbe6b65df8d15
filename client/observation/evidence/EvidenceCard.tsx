import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStamp } from '../useStamp.ts';
import type { Entry } from './list.ts';
import { StateChip } from './StateChip.tsx';
import { Thumbnail } from './Thumbnail.tsx';
import { useNames } from './useEvidence.ts';
import css from './Evidence.module.css';

/** An item in the list. What was withheld from these eyes is a line with the reason, and nothing to open. */
export function EvidenceCard({ entry, onOpen }: { readonly entry: Entry; readonly onOpen: () => void }): ReactNode {
  const canOpen = entry.pictures.length > 0;
  return (
    <li data-evidence={entry.id} data-state={entry.state}>
      {canOpen
        ? <button type="button" className={css['card']} onClick={onOpen}><Face entry={entry} /></button>
        : <div className={css['card']}><Face entry={entry} /></div>}
    </li>
  );
}

function Face({ entry }: { readonly entry: Entry }): ReactNode {
  const { t } = useTranslation('evidence');
  const names = useNames();
  const stamp = useStamp()(entry.capturedAt);
  const where = [entry.zone === undefined ? undefined : names.zone(entry.zone), entry.by === undefined ? undefined : names.person(entry.by)];
  return (
    <>
      <Thumbnail entry={entry} />
      <span className={css['words']}>
        <span className={css['name']}><b className={css['number']}>{t('number', { number: entry.number })}</b> {names.title(entry)}</span>
        <time className={css['times']} dateTime={stamp.iso}>{stamp.both.split(' · ').map((part) => <span key={part}>{part}</span>)}</time>
        {where.some(Boolean) && <span className={css['quiet']}>{where.filter(Boolean).join(' · ')}</span>}
        {entry.criterion !== undefined && <span className={css['quiet']}>{names.criterion(entry.criterion)}</span>}
        <span className={css['state']}><StateChip state={entry.state} /></span>
        {entry.state === 'withheld' && <span className={css['reason']}>{t('reasonIs', { reason: entry.reason ?? '' })}</span>}
      </span>
    </>
  );
}
