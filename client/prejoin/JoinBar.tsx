import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../protocol/errors.ts';
import { may, rolesOf } from '../../protocol/kinds.ts';
import { useLocale } from '../i18n/useLocale.ts';
import { useLiveSnapshot, useMay, useMe, useSession } from '../live/context.tsx';
import { useCell } from '../room/live/cell.ts';
import { isDoorOpen } from '../room/live/Door.ts';
import type { Door } from '../room/live/Door.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import css from './Prejoin.module.css';

/** The way in, and what stands in it. */
export function JoinBar({ door, refused }: { readonly door: Door; readonly refused?: ErrorCode | undefined }): ReactNode {
  const { t } = useTranslation(['prejoin', 'kinds']);
  const wish = useCell(door.wish);
  const me = useMe();
  const session = useSession((state) => state.session);
  const open = useLiveSnapshot(({ state, you }) => state !== undefined && isDoorOpen(state, you));
  const manages = useMay('session.manage');
  const locale = useLocale();
  const { kind } = session;
  const roles = new Intl.ListFormat(locale, { type: 'disjunction' }).format(rolesOf(kind).filter((role) => may(kind, role, 'session.manage')).map((role) => t(`kinds:role.${role}`)));
  const closed = refused === 'session.locked' || session.locked ? 'locked' : 'notOpen';
  if (wish === 'in' && !open) {
    return (
      <div className={css['join']}>
        <Banner tone="accent" icon={closed === 'locked' ? 'lock' : 'clock'} role="status" actions={<Button look="line" onClick={() => door.stay()}>{t('wait.stop')}</Button>}>
          <b>{t(`wait.${closed}`)}</b><p>{t(`wait.${closed}Text`, { roles })}</p>
        </Banner>
      </div>
    );
  }
  if (wish === 'in') return <div className={css['join']}><p className={css['going']} role="status"><Spinner />{t('join.going')}</p></div>;
  const asks = session.lobby && !manages && me.joinedAt === undefined;
  const verb = !open ? 'wait' : manages && session.phase === 'scheduled' ? 'open' : asks ? 'ask' : 'now';
  return (
    <div className={css['join']}>
      {!open && <p className={css['note']}>{t(`join.${closed}`, { roles })}</p>}
      <Button look="primary" wide className={css['go']} icon={verb === 'wait' ? 'clock' : 'door'} onClick={() => door.enter()}>{t(`join.${verb}`)}</Button>
    </div>
  );
}
