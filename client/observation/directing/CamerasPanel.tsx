import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RoomVisit } from '../source.tsx';
import { CameraCard } from './CameraCard.tsx';
import { useCameraReports } from './reports.ts';
import { RequestPad } from './RequestPad.tsx';
import { RequestQueue } from './RequestQueue.tsx';
import { TurnSection } from './TurnSection.tsx';
import { useFieldCameras, useTurn } from './useDirecting.ts';
import css from './directing.module.css';

/** The field cameras: where they are, who directs them, what is asked of them and what they answered. */
export default function CamerasPanel(): ReactNode {
  const { t } = useTranslation('directing');
  const cameras = useFieldCameras();
  const reports = useCameraReports();
  const { mayDirect, holder } = useTurn();
  const reason = useId();
  const [wanted, setWanted] = useState<string>();
  const chosen = cameras.find((one) => one.id === wanted) ?? cameras[0];
  return (
    <div className={css['panel']}>
      <TurnSection />
      <section className={css['section']}>
        <h3>{t('camera.title')}</h3>
        {cameras.length === 0 && <EmptyState icon="camera" title={t('camera.none')}>{t('camera.noneText')}</EmptyState>}
        <ul className={css['cards']}>
          {cameras.map((one) => <CameraCard key={one.id} camera={one} report={reports.get(one.id)} chosen={one.id === chosen?.id} onChoose={() => setWanted(one.id)} />)}
        </ul>
      </section>
      {chosen && (
        <section className={css['section']}>
          <h3>{t('request.title', { name: chosen.name })}</h3>
          {!mayDirect && <div id={reason}><Banner icon="turn">{holder ? t('turn.other', { name: holder.name }) : t('turn.noneYet')}</Banner></div>}
          <RoomVisit><RequestPad camera={chosen.id} place="panel" barredBy={mayDirect ? undefined : reason} /></RoomVisit>
        </section>
      )}
      <section className={css['section']}>
        <h3>{t('queue.title')}</h3>
        <RequestQueue />
      </section>
    </div>
  );
}
