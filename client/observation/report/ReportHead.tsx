import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sideOf, sides } from '../../../protocol/observation/report.ts';
import type { ReportVersion } from '../../../protocol/observation/report.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { useVisit } from '../source.tsx';
import { useReportTime } from './useReportTime.ts';
import css from './Report.module.css';

interface Props {
  readonly version: ReportVersion;
  readonly newest: ReportVersion;
  readonly onChoose: (number: number) => void;
  readonly busy: boolean;
  /** Something is typed into it that is not saved: what would be confirmed is not what stands on the screen. */
  readonly isTyping: boolean;
  /** Absent: may not build. */
  readonly onBuild: (() => void) | undefined;
}

/** Which version this is, who has confirmed it, and what can be done with it. */
export function ReportHead({ version, newest, onChoose, busy, isTyping, onBuild }: Props): ReactNode {
  const { t } = useTranslation('report');
  const { me, session, participants, observation, may, run } = useVisit();
  const { moment } = useReportTime();
  const [asks, setAsks] = useState(false);
  const side = sideOf(session, me);
  const mayConfirm = may('report.confirm') && side !== undefined && version.number === newest.number && !version.confirmed[side];
  const versions = observation.report.versions.toReversed().map((one) => ({
    value: String(one.number), label: t('version', { number: one.number }), detail: `${participants[one.by]?.name ?? ''} · ${moment(one.at)}`,
  }));
  return (
    <div className={css['head']}>
      <div className={css['headRow']}>
        <div className={css['select']}><Select label={t('versionLabel')} options={versions} value={String(version.number)} onChange={(number) => onChoose(Number(number))} /></div>
        {onBuild && <Button look="line" icon="refresh" busy={busy} onClick={onBuild}>{t('buildAgain')}</Button>}
      </div>
      <ul className={css['confirmations']}>
        {sides.map((one) => {
          const confirmed = version.confirmed[one];
          return (
            <li key={one}>
              <Chip tone={confirmed ? 'ok' : 'neutral'}>{t(`side.${one}`)}</Chip>
              <span>{confirmed ? t('confirmedBy', { name: participants[confirmed.by]?.name ?? '', time: moment(confirmed.at) }) : t('notConfirmed')}</span>
            </li>
          );
        })}
      </ul>
      {mayConfirm && isTyping && <p className={css['hint']}>{t('confirmSaveFirst')}</p>}
      {mayConfirm && !isTyping && <div><Button look="primary" icon="check" onClick={() => setAsks(true)}>{t('confirm', { number: version.number })}</Button></div>}
      {asks && side && (
        <ConfirmDialog
          title={t('confirmTitle', { number: version.number })} confirm={t('confirmYes')} danger={false} onClose={() => setAsks(false)}
          onConfirm={() => {
            setAsks(false);
            void run('report.confirm', { number: version.number });
          }}
        >
          {t(`confirmText.${side}`)}
        </ConfirmDialog>
      )}
    </div>
  );
}
