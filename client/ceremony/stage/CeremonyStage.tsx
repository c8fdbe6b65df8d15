import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sides, stepsOnStage } from '../../../protocol/ceremony/ceremony.ts';
import type { Side } from '../../../protocol/ceremony/ceremony.ts';
import { isComplete, nextPlaceFor } from '../../../protocol/ceremony/places.ts';
import type { PlaceId } from '../../../protocol/ceremony/places.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Places } from '../copy/Places.tsx';
import { useRehearsal } from '../rehearsal.ts';
import type { Rehearsal } from '../rehearsal.ts';
import { SignDialog } from '../sign/SignDialog.tsx';
import { RoomCeremony, useCeremony, useSideName } from '../source.tsx';
import type { CeremonySource } from '../source.tsx';
import { useWorded } from '../words.ts';
import { Delegation } from './Delegation.tsx';
import css from './Ceremony.module.css';

interface Props {
  readonly alone: boolean;
  readonly children: ReactNode;
}

/** The ceremony as everybody in the room sees it: both delegations, where it is in its order, and the signatures as they come. */
export default function CeremonyStage(props: Props): ReactNode {
  return <RoomCeremony><Ceremony {...props} /></RoomCeremony>;
}

function Ceremony({ children }: Props): ReactNode {
  const { t } = useTranslation('ceremony');
  const source = useCeremony();
  const { ceremony, session } = source;
  const rehearsal = useRehearsal();
  const mine = ownPlace(source, rehearsal);
  const [signs, setSigns] = useState<typeof mine>();
  const copy = signs && ceremony.copies[signs.copy];
  return (
    <main className={css['stage']} data-scheme="dark" aria-label={t('stage')}>
      <header className={css['head']}>
        {rehearsal.on && <p className={css['rehearsal']} role="status"><Icon name="warning" size={18} />{t('rehearsal.on')}</p>}
        <h2 dir="auto">{session.title}</h2>
        <Step rehearsal={rehearsal} />
      </header>
      <div className={css['sides']}>{sides.map((side) => <Delegation key={side} side={side} />)}</div>
      <div className={css['copies']}>{sides.map((side) => <CopyOnStage key={side} side={side} rehearsal={rehearsal} />)}</div>
      {mine && (
        <div className={css['mine']}>
          <Button look="primary" icon="pen" onClick={() => setSigns(mine)}>{t(rehearsal.on ? 'sign.rehearseCopy' : 'sign.copy', { side: mine.copy.toUpperCase() })}</Button>
        </div>
      )}
      {isComplete(ceremony) && !rehearsal.on && <p className={css['complete']} role="status"><Icon name="check" size={20} />{t(ceremony.record ? 'complete.sealed' : 'complete.signed')}</p>}
      <div className={css['notice']}>{children}</div>
      {signs && copy && <SignDialog copy={copy} place={signs.place} onClose={() => setSigns(undefined)} />}
    </main>
  );
}

/** The place that is mine to sign now; in a rehearsal as if what was tried in it had been signed. */
function ownPlace({ ceremony, me, session, may }: CeremonySource, rehearsal: Rehearsal): { readonly copy: Side; readonly place: PlaceId } | undefined {
  if (!may('ceremony.sign')) return undefined;
  if (!rehearsal.on) return session.phase === 'live' ? nextPlaceFor(ceremony, me.id) : undefined;
  const copies = Object.fromEntries(sides.flatMap((side) => {
    const copy = ceremony.copies[side];
    const tried = rehearsal.tried.filter((one) => one.copy === side).map(({ place }) => ({ place, by: '', name: '', at: 0, certificate: '', key: 'issued' as const, file: '' }));
    return copy ? [[side, { ...copy, signatures: [...copy.signatures, ...tried] }]] : [];
  }));
  return nextPlaceFor({ ...ceremony, copies }, me.id);
}

function Step({ rehearsal }: { readonly rehearsal: Rehearsal }): ReactNode {
  const { t } = useTranslation('ceremony');
  const { ceremony } = useCeremony();
  const { step } = ceremony;
  const steps = stepsOnStage(ceremony);
  const worded = useWorded();
  const at = rehearsal.on ? rehearsal.step : step;
  const index = steps.findIndex(({ id }) => id === at);
  if (index < 0) return <p className={css['step']}>{t('order.notBegun')}</p>;
  const { title, who } = steps[index]!;
  const after = steps[index + 1];
  return (
    <>
      <p className={css['step']}>
        <span className={css['count']}>{index + 1} / {steps.length}</span> <b dir="auto">{worded(title)}</b>
      </p>
      <p className={css['step']}>
        {who && <span dir="auto">{worded(who)}</span>}
        {after && <span className={css['then']}>{t('order.then', { title: worded(after.title) })}</span>}
      </p>
    </>
  );
}

function CopyOnStage({ side, rehearsal }: { readonly side: Side; readonly rehearsal: Rehearsal }): ReactNode {
  const { t } = useTranslation('ceremony');
  const { ceremony } = useCeremony();
  const nameOf = useSideName();
  const copy = ceremony.copies[side];
  return (
    <section className={css['copy']} aria-label={t('copy.name', { side: side.toUpperCase() })}>
      <h3>{t('copy.name', { side: side.toUpperCase() })} <span dir="auto">{t('copy.keptBy', { name: nameOf(side) ?? '—' })}</span></h3>
      {copy
        ? <Places copy={copy} {...(rehearsal.on ? { tried: rehearsal.tried.filter((one) => one.copy === side).map(({ place }) => place) } : {})} />
        : <p className={css['none']}>{t('copy.none')}</p>}
    </section>
  );
}
