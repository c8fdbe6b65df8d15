import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { EditionView, PersonProgress } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { PersonLine } from '../../pages/shared/PersonLine.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { Progress } from '../shared/Progress.tsx';
import { useFigures, useWords } from '../shared/words.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';
import css from './people.module.css';

interface Props {
  readonly view: EditionView;
  readonly people: readonly PersonProgress[];
  readonly mayEnrol: boolean;
  readonly onRemind: (person: string) => void;
}

/** A line for each: progress by module, measured hours, result, and what became of a reminder. */
export function PeopleTable({ view, people, mayEnrol, onRemind }: Props): ReactNode {
  const { t } = useTranslation('training');
  const { percent, number, day } = useFigures();
  const navigate = useNavigate();
  const [removes, setRemoves] = useState<PersonProgress>();
  const [withdraws, setWithdraws] = useState<PersonProgress>();
  const { summary } = view;
  const columns: Column<PersonProgress>[] = [
    { id: 'name', header: t('marking.trainee'), as: 'main', cell: (one) => <PersonLine name={one.name} below={one.administrationName} /> },
    {
      id: 'progress', header: t('progress.title'),
      cell: (one) => (one.state === 'waiting' ? <Chip tone="warn" icon="clock">{t('people.waiting')}</Chip> : (
        <div className={css['progress']}>
          <Progress share={one.progress} label={t('progress.of', { name: one.name })} />
          <Modules one={one} view={view} />
        </div>
      )),
    },
    { id: 'hours', header: t('people.hours'), as: 'tight', cell: (one) => <span className={css['figure']}>{number(one.hours)}</span> },
    { id: 'score', header: t('people.score'), as: 'tight', cell: (one) => <span className={css['figure']}>{percent(one.score)}</span> },
    {
      id: 'state', header: t('quiz.state'),
      cell: (one) => (
        <span className={css['states']}>
          {one.certificate && (one.certificate.withdrawn ? <Chip tone="stop">{t('people.withdrawn')}</Chip> : <Chip tone="ok" icon="award">{t('certificate.short')}</Chip>)}
          {one.reminder && <ReminderState reminder={one.reminder} day={day(one.reminder.at, summary.zone)} />}
          {!one.certificate && <span className={css['seen']}>{one.seenAt === undefined ? t('people.neverSeen') : t('people.seen', { day: day(one.seenAt, summary.zone) })}</span>}
        </span>
      ),
    },
    ...(mayEnrol ? [{
      id: 'actions', header: t('people.actions'), as: 'corner' as const,
      cell: (one: PersonProgress) => (
        <Menu
          label={t('people.actionsOf', { name: one.name })}
          groups={[{
            id: 'all', entries: [
              { id: 'remind', label: t(one.reminder?.state === 'failed' ? 'people.remindAgain' : 'people.remind'), icon: 'mail', onAction: () => onRemind(one.person) },
              ...(one.certificate ? [{ id: 'certificate', label: t('certificate.public'), icon: 'award' as const, onAction: () => void navigate(`/certificate/${one.certificate!.number}`) }] : []),
              ...(one.certificate && !one.certificate.withdrawn && summary.roles.includes('trainer') ? [{ id: 'withdraw', label: t('people.withdraw'), icon: 'stop' as const, danger: true, onAction: () => setWithdraws(one) }] : []),
              { id: 'remove', label: t('people.remove'), icon: 'trash', danger: true, onAction: () => setRemoves(one) },
            ],
          }]}
        />
      ),
    }] : []),
  ];
  return (
    <>
      <Table label={t('tabs.people')} columns={columns} rows={people} keyOf={(one) => one.person} />
      {removes && <RemoveDialog edition={summary.id} one={removes} onClose={() => setRemoves(undefined)} />}
      {withdraws?.certificate && <WithdrawDialog edition={summary.id} number={withdraws.certificate.number} name={withdraws.name} onClose={() => setWithdraws(undefined)} />}
    </>
  );
}

/** What has become of the last reminder; what nobody received does not pass for sent. */
function ReminderState({ reminder, day }: { readonly reminder: NonNullable<PersonProgress['reminder']>; readonly day: string }): ReactNode {
  const { t } = useTranslation('training');
  if (reminder.state === 'sent') return <Chip icon="mail">{t('people.reminded', { day })}</Chip>;
  return (
    <>
      <Chip tone={reminder.state === 'failed' ? 'stop' : 'warn'} icon="mail">{t(reminder.state === 'failed' ? 'people.reminderFailed' : 'people.reminderQueued')}</Chip>
      {reminder.reason && <span className={css['seen']}>{t(`people.mailReason.${reminder.reason}`)}</span>}
    </>
  );
}

/** A square for each module; what it says stands in words for who does not see colours. */
function Modules({ one, view }: { readonly one: PersonProgress; readonly view: EditionView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  return (
    <ul className={css['modules']}>
      {one.modules.map(({ id, complete, late }, index) => {
        const title = view.modules.find((module) => module.id === id)?.title;
        const label = t(complete ? 'people.moduleComplete' : late ? 'people.moduleLate' : 'people.moduleOpen', { number: index + 1, module: title ? words(title) : id });
        return <li key={id} title={label} className={cx(complete && css['complete'], late && css['late'])}>{complete ? <Icon name="check" size={13} strokeWidth={2.6} /> : late ? <Icon name="warning" size={13} /> : index + 1}<span className={css['hidden']}>{label}</span></li>;
      })}
    </ul>
  );
}

function RemoveDialog({ edition, one, onClose }: { readonly edition: string; readonly one: PersonProgress; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('training');
  const refresh = useRefresh();
  const { run, busy, problem } = useAction(useCallback(() => api('removeFromEdition', { params: { edition, person: one.person } }), [edition, one.person]));
  const remove = async (): Promise<void> => {
    if (!(await run())?.ok) return;
    await refresh('editionPeople', 'edition', 'training');
    onClose();
  };
  return <ConfirmDialog title={t('people.removeAsk', { name: one.name })} confirm={t('people.remove')} busy={busy} problem={problem} onConfirm={() => void remove()} onClose={onClose}>{t('people.removeText')}</ConfirmDialog>;
}
