import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { grades } from '../../../protocol/observation/notebook.ts';
import type { Finding, Grade } from '../../../protocol/observation/notebook.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Menu } from '../../room/parts/Menu.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import { useStamp } from '../useStamp.ts';
import { FindingForm } from './FindingForm.tsx';
import { byMoment } from './order.ts';
import css from './Notebook.module.css';

export const gradeTones: Readonly<Record<Grade, Tone>> = { conform: 'ok', observation: 'accent', recommendation: 'warn', gap: 'stop' };

type Open = { readonly what: 'new' } | { readonly what: 'change' | 'remove'; readonly finding: Finding };

/** The findings of both sides, the gravest first. */
export function FindingsSection(): ReactNode {
  const { t } = useTranslation(['notebook', 'common']);
  const { observation, may, run } = useVisit();
  const [open, setOpen] = useState<Open>();
  const findings = byMoment(Object.values(observation.notebook.findings)).toSorted((a, b) => grades.indexOf(b.grade) - grades.indexOf(a.grade));
  const close = (): void => setOpen(undefined);
  return (
    <section className={css['section']} aria-label={t('view.findings')}>
      {may('finding.write') && <Button look="primary" icon="plus" wide onClick={() => setOpen({ what: 'new' })}>{t('findings.write')}</Button>}
      {findings.length === 0
        ? <EmptyState icon="check" title={t('findings.none')}>{t('findings.noneText')}</EmptyState>
        : (
          <ul className={css['list']}>
            {findings.map((one) => <FindingCard key={one.id} finding={one} onChange={() => setOpen({ what: 'change', finding: one })} onRemove={() => setOpen({ what: 'remove', finding: one })} />)}
          </ul>
        )}
      {open?.what === 'new' && <FindingForm onClose={close} />}
      {open?.what === 'change' && <FindingForm finding={open.finding} onClose={close} />}
      {open?.what === 'remove' && (
        <ConfirmDialog
          title={t('findings.removeTitle')} confirm={t('remove')} onClose={close}
          onConfirm={() => {
            close();
            void run('finding.remove', { finding: open.finding.id });
          }}
        >
          {t('findings.removeText')}
        </ConfirmDialog>
      )}
    </section>
  );
}

interface CardProps {
  readonly finding: Finding;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function FindingCard({ finding, onChange, onRemove }: CardProps): ReactNode {
  const { t } = useTranslation(['notebook', 'common']);
  const { me, may, participants } = useVisit();
  const nameOf = useCriterionName();
  const locale = useLocale();
  const stamp = useStamp()(finding.moment);
  const author = participants[finding.by];
  const due = finding.due === undefined ? undefined : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(finding.due);
  const follow = finding.owner === '' && due === undefined
    ? undefined
    : [finding.owner === '' ? undefined : finding.owner, due === undefined ? undefined : t('findings.until', { date: due })].filter((part) => part !== undefined).join(', ');
  return (
    <li className={css['card']}>
      <div className={css['head']}>
        <Chip tone={gradeTones[finding.grade]}>{t(`grade.${finding.grade}`)}</Chip>
        <time className={css['time']} dateTime={stamp.iso} title={stamp.both}>{stamp.own}</time>
        {may('finding.write') && finding.side === me.administration && (
          <Menu
            label={t('findings.menu')} icon="more" className={css['menu']}
            groups={[{ id: 'finding', entries: [
              { id: 'change', icon: 'edit', label: t('change'), onAction: onChange },
              { id: 'remove', icon: 'trash', label: t('remove'), danger: true, onAction: onRemove },
            ] }]}
          />
        )}
      </div>
      <p className={css['meta']}>{nameOf(finding.criterion)}</p>
      <p className={css['text']}>{finding.text}</p>
      {follow !== undefined && <p className={css['meta']}>{t('findings.follow', { text: follow })}</p>}
      {finding.evidence.length > 0 && <p className={css['meta']}>{t('findings.evidenceCount', { count: finding.evidence.length })}</p>}
      <p className={css['meta']}>{author ? `${author.name} · ${author.administrationName}` : ''}</p>
    </li>
  );
}
