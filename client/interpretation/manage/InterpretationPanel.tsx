import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FLOOR } from '../../../protocol/live/ids.ts';
import type { Booth } from '../../../protocol/live/interpretation.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useSession } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { AskDialog } from '../../room/parts/AskDialog.tsx';
import { Menu } from '../../room/parts/Menu.tsx';
import { useRoomName } from '../../room/rooms/useRoomName.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import select from '../../prejoin/DeviceSelect.module.css';
import { BoothForm } from './BoothForm.tsx';
import css from './Manage.module.css';

type Open = { readonly what: 'new' } | { readonly what: 'change' | 'close'; readonly booth: Booth };

/** Which languages are interpreted, by whom, and through which the booths relay one another. */
export default function InterpretationPanel(): ReactNode {
  const { t } = useTranslation('interpretation');
  const booths = Object.values(useSession((state) => state.interpretation.booths));
  const run = useCommand();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  return (
    <div className={css['panel']}>
      <div className={css['list']}>
        {booths.length === 0
          ? <EmptyState icon="globe" title={t('manage.none')}>{t('manage.noneText')}</EmptyState>
          : <ul className={css['cards']}>{booths.map((booth) => <BoothCard key={booth.id} booth={booth} onChange={() => setOpen({ what: 'change', booth })} onClose={() => setOpen({ what: 'close', booth })} />)}</ul>}
        {booths.length > 1 && <Pivot booths={booths} />}
      </div>
      <div className={css['foot']}><Button look={booths.length === 0 ? 'primary' : 'line'} icon="plus" wide onClick={() => setOpen({ what: 'new' })}>{t('manage.add')}</Button></div>
      {open?.what === 'new' && <BoothForm onClose={close} />}
      {open?.what === 'change' && <BoothForm booth={open.booth} onClose={close} />}
      {open?.what === 'close' && (
        <AskDialog title={t('manage.closeTitle')} confirm={t('manage.close')} onClose={close} onConfirm={() => void run('interpretation.close', { booth: open.booth.id })}>
          {t('manage.closeText')}
        </AskDialog>
      )}
    </div>
  );
}

interface CardProps {
  readonly booth: Booth;
  readonly onChange: () => void;
  readonly onClose: () => void;
}

function BoothCard({ booth, onChange, onClose }: CardProps): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const participants = useSession((state) => state.participants);
  const rooms = useSession((state) => state.rooms);
  const roomName = useRoomName();
  const name = booth.languages.map((tag) => nameOfLanguage(tag, locale)).join(' / ');
  const turnOf = (participant: string) => Object.entries(booth.turns).find(([, turn]) => turn.interpreter === participant);
  return (
    <li className={css['card']}>
      <div className={css['head']}>
        <h3>{name}</h3>
        {booth.languages.length > 1 && <Chip>{t('manage.both')}</Chip>}
        <Menu
          label={t('manage.menu', { name })} icon="more" className={css['more']}
          groups={[
            { id: 'change', entries: [{ id: 'change', icon: 'edit', label: t('manage.change'), onAction: onChange }] },
            { id: 'close', entries: [{ id: 'close', icon: 'close', label: t('manage.close'), danger: true, onAction: onClose }] },
          ]}
        />
      </div>
      {booth.seats.length === 0 && <p className={css['missing']}><Icon name="warning" size={16} />{t('manage.nobody')}</p>}
      {booth.seats.length === 1 && <p className={css['missing']}><Icon name="warning" size={16} />{t('manage.alone')}</p>}
      <ul className={css['people']}>
        {booth.seats.map(({ participant, between }) => {
          const one = participants[participant];
          const turn = turnOf(participant);
          const isHere = one?.presence === 'in';
          return (
            <li key={participant}>
              <span><b>{one?.name}</b><small>{between.length === 0 ? t('manage.anyLanguage') : between.map((tag) => nameOfLanguage(tag, locale)).join(' · ')}</small></span>
              {turn
                ? <Chip tone={one?.connected ? 'ok' : 'stop'} icon={one?.connected ? 'microphone' : 'lineOff'}>{turn[0] === FLOOR ? t(one?.connected ? 'manage.speaks' : 'manage.lost') : t('manage.speaksIn', { room: roomName(rooms[turn[0]]) })}</Chip>
                : <Chip>{t(isHere ? 'manage.here' : 'manage.away')}</Chip>}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

function Pivot({ booths }: { readonly booths: readonly Booth[] }): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const run = useCommand();
  const id = useId();
  const pivot = useSession((state) => state.interpretation.pivot);
  return (
    <div className={select['field']}>
      <label htmlFor={id}>{t('manage.pivot')}</label>
      <p className={css['hint']} id={`${id}-hint`}>{t('manage.pivotText')}</p>
      <div className={select['box']}>
        <select id={id} aria-describedby={`${id}-hint`} value={pivot ?? ''} onChange={(event) => void run('interpretation.pivot', { language: event.currentTarget.value || null })}>
          <option value="">{t('manage.noPivot')}</option>
          {booths.flatMap((booth) => booth.languages).map((tag) => <option key={tag} value={tag}>{nameOfLanguage(tag, locale)}</option>)}
        </select>
        <Icon name="down" size={18} />
      </div>
    </div>
  );
}
