import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutcomeState, OutcomeVersion } from '../../../../protocol/assessment/meeting/outcomes.ts';
import { Chip } from '../../../ui/Chip.tsx';
import type { Tone } from '../../../ui/Chip.tsx';
import { useDay, useNames } from '../useNames.ts';
import css from '../meeting.module.css';

export const outcomeTones: Readonly<Record<OutcomeState, Tone>> = { proposed: 'neutral', readBack: 'accent', refused: 'stop', agreed: 'ok', withdrawn: 'neutral' };

/** Who owes an action, and until when. */
export function Owed({ version, isAction }: { readonly version: OutcomeVersion; readonly isAction: boolean }): ReactNode {
  const { t } = useTranslation('meeting');
  const { side } = useNames();
  const day = useDay();
  if (!isAction) return null;
  return (
    <span className={css['about']}>
      {t('action.owed', { side: version.owner === undefined ? t('nobody') : side(version.owner) })} · {version.due === undefined ? t('action.noDue') : t('action.due', { day: day(version.due) })}
    </span>
  );
}

/** What each delegation that was asked has said. */
export function Answers({ version: { asks, answers } }: { readonly version: OutcomeVersion }): ReactNode {
  const { t } = useTranslation('meeting');
  const { side, person } = useNames();
  if (asks === undefined) return null;
  return (
    <ul className={css['answers']} aria-label={t('outcome.answers')}>
      {asks.map((id) => {
        const given = answers[id];
        return (
          <li key={id}>
            <Chip tone={given ? (given.agreed ? 'ok' : 'stop') : 'neutral'}>{side(id)}</Chip>
            <span>{given ? t(given.agreed ? 'outcome.agreedBy' : 'outcome.refusedBy', { name: person(given.by) }) : t('outcome.waits')}</span>
            {given && given.remark !== '' && <q className={css['remark']}>{given.remark}</q>}
          </li>
        );
      })}
    </ul>
  );
}
