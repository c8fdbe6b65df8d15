import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newestOf, refusalToWithdraw, stateOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Outcome } from '../../../../protocol/assessment/meeting/outcomes.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useMeeting } from '../source.tsx';
import { useNames, useStamp } from '../useNames.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { Answers, outcomeTones, Owed } from './versionParts.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';
import css from '../meeting.module.css';

/** A decision or an action: its newest text, who has said what to it, and what can be done with it. */
export function OutcomeCard({ outcome, onEdit }: { readonly outcome: Outcome; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation('meeting');
  const { may, me, participants, delegations, isUnderWay, run } = useMeeting();
  const { item, person } = useNames();
  const stamp = useStamp();
  const [shows, setShows] = useState(false);
  const newest = newestOf(outcome);
  const state = stateOf(outcome);
  const isOpen = isUnderWay && state !== 'withdrawn';
  const proposes = isOpen && may('outcome.propose');
  const proposer = participants[outcome.versions[0]!.by]?.administration;
  const withdraws = proposes && refusalToWithdraw(outcome, { administration: me.administration, records: may('meeting.plan') }, proposer) === undefined;
  // It is read back to the heads of two delegations at least.
  const isRead = isOpen && state === 'proposed' && may('meeting.plan');
  const hasHeads = delegations.filter(({ head }) => head !== undefined).length >= 2;
  const title = t(`${outcome.kind}.number`, { count: outcome.count });
  return (
    <li className={css['card']}>
      <div className={css['head']}>
        <h3>{title}</h3>
        <Chip tone={outcomeTones[state]}>{t(`state.${state}`)}</Chip>
        <span className={css['push']} />
        <Menu
          label={t('outcome.menu', { title })}
          groups={[{ id: 'outcome', entries: [
            ...(proposes ? [{ id: 'edit', label: t('outcome.change'), icon: 'edit', onAction: onEdit } as const] : []),
            { id: 'versions', label: t('outcome.versions', { count: outcome.versions.length }), icon: 'clock', onAction: () => setShows(true) },
            ...(withdraws ? [{ id: 'withdraw', label: t('outcome.withdraw'), icon: 'trash', danger: true, onAction: () => void run('outcome.withdraw', { outcome: outcome.id }) } as const] : []),
          ] }]}
        />
      </div>
      <p className={css['text']}>{newest.text}</p>
      <Owed version={newest} isAction={outcome.kind === 'action'} />
      <span className={css['about']}>{[outcome.item === undefined ? '' : item(outcome.item), t('outcome.version', { number: newest.number, name: person(newest.by), time: stamp(newest.at) })].filter((one) => one !== '').join(' · ')}</span>
      <Answers version={newest} />
      {isRead && !hasHeads && <p className={css['about']}>{t('outcome.noHeads')}</p>}
      {isRead && hasHeads && (
        <div><Button look="primary" icon="speaker" className={css['small']} onClick={() => void run('outcome.readBack', { outcome: outcome.id, number: newest.number })}>{t('outcome.readBack')}</Button></div>
      )}
      {state !== 'withdrawn' && <AnswerButtons outcome={outcome} />}
      {shows && <VersionsDialog title={title} outcome={outcome} onClose={() => setShows(false)} />}
    </li>
  );
}
