import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { latest, minutesStanding } from '../../../../protocol/assessment/meeting/minutes.ts';
import type { MinutesVersion } from '../../../../protocol/assessment/meeting/minutes.ts';
import { address } from '../../../app/address.ts';
import { useViewerZone } from '../../../app/zone.ts';
import { useUiLanguage } from '../../../i18n/useLocale.ts';
import { languages, uiLanguages } from '../../../i18n/languages.ts';
import type { UiLanguage } from '../../../i18n/languages.ts';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useMeeting } from '../source.tsx';
import { useNames, useStamp } from '../useNames.ts';
import { MinutesFactsView } from './MinutesFactsView.tsx';
import { MinutesForm } from './MinutesForm.tsx';
import css from '../meeting.module.css';

/** The minutes: drafted from the log, completed by either side, confirmed by the head of each. */
export function MinutesSection(): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { minutes }, session, may, run } = useMeeting();
  const [chosen, setChosen] = useState<number>();
  const [busy, setBusy] = useState(false);
  const [isTyping, setTyping] = useState(false);
  const newest = latest(minutes);
  const edits = may('minutes.edit') && session.phase !== 'scheduled';
  const draft = async (): Promise<void> => {
    setBusy(true);
    if (await run('minutes.draft', {})) setChosen(undefined);
    setBusy(false);
  };
  if (!newest) {
    return (
      <EmptyState icon="document" title={t('minutes.none')} actions={edits && <Button look="primary" icon="document" busy={busy} onClick={() => void draft()}>{t('minutes.draft')}</Button>}>
        {t(edits ? 'minutes.noneEdit' : 'minutes.noneWait')}
      </EmptyState>
    );
  }
  const version = minutes.versions.find((one) => one.number === chosen) ?? newest;
  const facts = minutes.facts[version.factsOf];
  return (
    <div className={css['minutes']}>
      <Head version={version} newest={newest} isTyping={isTyping && version === newest} onChoose={setChosen} />
      {edits && <div><Button look="line" icon="refresh" busy={busy} onClick={() => void draft()}>{t('minutes.again')}</Button></div>}
      <Exports number={version.number} />
      {edits && version === newest ? <MinutesForm newest={newest} items={facts?.items ?? []} onTyping={setTyping} /> : <Written version={version} items={facts?.items ?? []} />}
      {facts && <MinutesFactsView facts={facts} />}
    </div>
  );
}

interface HeadProps {
  readonly version: MinutesVersion;
  readonly newest: MinutesVersion;
  /** Something is typed into it that is not saved: what would be confirmed is not what stands on the screen. */
  readonly isTyping: boolean;
  readonly onChoose: (number: number) => void;
}

function Head({ version, newest, isTyping, onChoose }: HeadProps): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { minutes }, me, may, run } = useMeeting();
  const { side, person } = useNames();
  const stamp = useStamp();
  const [asks, setAsks] = useState(false);
  const standing = minutesStanding(version);
  const mayConfirm = may('delegation.lead') && version.number === newest.number && version.asks.includes(me.administration) && !version.confirmed[me.administration];
  const options = minutes.versions.toReversed().map((one) => ({ value: String(one.number), label: t('minutes.version', { number: one.number }), detail: `${person(one.by)} · ${stamp(one.at)}` }));
  return (
    <div className={css['section']}>
      <div className={css['head']}><Chip tone={standing === 'confirmed' ? 'ok' : standing === 'partly' ? 'accent' : 'neutral'}>{t(`minutes.standing.${standing}`)}</Chip></div>
      <Select label={t('minutes.versionLabel')} options={options} value={String(version.number)} onChange={(number) => onChoose(Number(number))} />
      <ul className={css['answers']} aria-label={t('minutes.confirmations')}>
        {version.asks.map((id) => {
          const given = version.confirmed[id];
          return <li key={id}><Chip tone={given ? 'ok' : 'neutral'}>{side(id)}</Chip><span>{given ? t('minutes.confirmedBy', { name: person(given.by), time: stamp(given.at) }) : t('minutes.notConfirmed')}</span></li>;
        })}
      </ul>
      {version.asks.length === 0 && <p className={css['about']}>{t('minutes.noHeads')}</p>}
      {mayConfirm && isTyping && <p className={css['about']}>{t('minutes.confirmSaveFirst')}</p>}
      {mayConfirm && !isTyping && <div><Button look="primary" icon="check" onClick={() => setAsks(true)}>{t('minutes.confirm', { number: version.number })}</Button></div>}
      {asks && (
        <ConfirmDialog
          title={t('minutes.confirmTitle', { number: version.number })} confirm={t('minutes.confirmYes')} danger={false} onClose={() => setAsks(false)}
          onConfirm={() => {
            setAsks(false);
            void run('minutes.confirm', { number: version.number });
          }}
        >
          {t('minutes.confirmText', { side: side(me.administration) })}
        </ConfirmDialog>
      )}
    </div>
  );
}

function Exports({ number }: { readonly number: number }): ReactNode {
  const { t } = useTranslation('meeting');
  const { session } = useMeeting();
  const own = useUiLanguage();
  const [language, setLanguage] = useState<UiLanguage>(own);
  const zone = useViewerZone();
  const at = { session: session.id, number: String(number) };
  return (
    <div className={css['exports']}>
      <Select<UiLanguage> label={t('minutes.language')} value={language} onChange={setLanguage} options={uiLanguages.map((one) => ({ value: one, label: languages[one].name }))} />
      <a className={buttonClass('line')} href={address('minutesPdf', at, { language, zone })} target="_blank" rel="noreferrer"><Icon name="document" />{t('minutes.pdf')}</a>
      <a className={buttonClass('line')} href={address('minutesJson', at)} download><Icon name="download" />{t('minutes.json')}</a>
    </div>
  );
}

function Written({ version: { texts }, items }: { readonly version: MinutesVersion; readonly items: readonly { readonly id: string; readonly title: string }[] }): ReactNode {
  const { t } = useTranslation('meeting');
  const said = [
    { id: 'opening', title: t('minutes.opening'), text: texts.opening },
    ...items.map(({ id, title }) => ({ id, title, text: texts.items[id] ?? '' })),
    { id: 'closing', title: t('minutes.closing'), text: texts.closing },
  ].filter(({ text }) => text !== '');
  if (said.length === 0) return <p className={css['about']}>{t('minutes.unwritten')}</p>;
  return <dl className={css['written']}>{said.map(({ id, title, text }) => <div key={id}><dt>{title}</dt><dd>{text}</dd></div>)}</dl>;
}
