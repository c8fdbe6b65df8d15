import { Fragment, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '../../../protocol/ceremony/ceremony.ts';
import { usePublication, useShownTrack } from '../../room/live/useMedia.ts';
import { Picture } from '../../room/stage/Picture.tsx';
import { useWanted } from '../../room/stage/useWanted.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useCeremony, useSideName } from '../source.tsx';
import css from './Ceremony.module.css';

/** A side: its country in letters, its administration, who signs for it, and who is with them. */
export function Delegation({ side }: { readonly side: Side }): ReactNode {
  const { t } = useTranslation(['ceremony', 'kinds']);
  const { ceremony, participants } = useCeremony();
  const nameOf = useSideName();
  const one = ceremony.sides[side];
  const signatory = one?.signatory === undefined ? undefined : participants[one.signatory];
  const witness = one?.witness === undefined ? undefined : participants[one.witness];
  const others = Object.values(participants).filter((each) => each.administration === one?.administration && each.presence === 'in' && each !== signatory && each !== witness);
  if (!one) return <section className={css['side']}><p className={css['none']}>{t('side.none', { side: side.toUpperCase() })}</p></section>;
  return (
    <section className={css['side']} aria-label={nameOf(side)}>
      <header><span className={css['plate']}>{one.country}</span><h3><bdi>{nameOf(side)}</bdi></h3></header>
      {signatory ? <Face id={signatory.id} name={signatory.name} isHere={signatory.presence === 'in'} /> : <div className={css['face']}><p className={css['none']}>{t('side.nobody')}</p></div>}
      {signatory && (
        <p className={css['who']}>
          <b><bdi>{signatory.name}</bdi></b>
          <span><bdi>{one.signatoryTitle || t('kinds:role.signatory')}</bdi></span>
        </p>
      )}
      <p className={css['with']}>
        {[...(witness ? [witness] : []), ...others].map((each, index) => (
          <Fragment key={each.id}>{index > 0 && ' · '}<bdi>{each.name}</bdi>{each === witness && ` (${t('kinds:role.witness')})`}</Fragment>
        ))}
      </p>
    </section>
  );
}

function Face({ id, name, isHere }: { readonly id: string; readonly name: string; readonly isHere: boolean }): ReactNode {
  const { t } = useTranslation('ceremony');
  const { me } = useCeremony();
  const box = useRef<HTMLDivElement>(null);
  const camera = usePublication(id, 'camera');
  const track = useShownTrack(id, 'camera');
  useWanted(box, id === me.id || camera?.paused !== false ? undefined : camera.id);
  return (
    <div ref={box} className={css['face']} data-away={!isHere || undefined}>
      {track ? <Picture track={track} fit="cover" mirrored={id === me.id} label={name} /> : <Avatar name={name} size={72} />}
      {!isHere && <span className={css['away']}>{t('side.away')}</span>}
    </div>
  );
}
