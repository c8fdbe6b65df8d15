import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../protocol/errors.ts';
import { useLive, useMay, useMe } from '../live/context.tsx';
import { useCell } from '../room/live/cell.ts';
import { useRoom } from '../room/live/context.tsx';
import { useMedia } from '../room/live/useMedia.ts';
import { suggestsLowBandwidth } from '../room/readiness/verdict.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { Switch } from '../ui/Field.tsx';
import { BlockedHelp } from './BlockedHelp.tsx';
import { ConnectionResult } from './ConnectionResult.tsx';
import { DeckLanguage } from './DeckLanguage.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import { inUse } from './inUse.ts';
import { JoinBar } from './JoinBar.tsx';
import { Preview, useLocals } from './Preview.tsx';
import { Readiness } from './Readiness.ts';
import { SessionHead } from './SessionHead.tsx';
import { SpeakerTest } from './SpeakerTest.tsx';
import css from './Prejoin.module.css';

/** Before the door: how one will be seen and heard, whether the line carries it, and the way in. Joining never waits for any of it. */
export function Prejoin({ refused }: { readonly refused?: ErrorCode | undefined }): ReactNode {
  const { t } = useTranslation('prejoin');
  const live = useLive();
  const { media, door } = useRoom();
  const me = useMe();
  const mayCamera = useMay('media.camera');
  const mayMicrophone = useMay('media.microphone');
  const devices = useMedia((snapshot) => snapshot.devices);
  const low = useMedia((snapshot) => snapshot.lowBandwidth);
  const local = useLocals(media);
  const [readiness] = useState(() => new Readiness(live, media));
  const { connection, speaker } = useCell(readiness.cell);

  useEffect(() => {
    void readiness.testConnection();
    return () => readiness.close();
  }, [readiness]);
  useEffect(() => {
    // One question of the browser for each device, as soon as it is clear what they are for.
    if (mayMicrophone && media.getSnapshot().local.microphone.state === 'off') void media.set('microphone', 'on');
    if (mayCamera && media.getSnapshot().local.camera.state === 'off') void media.set('camera', 'on');
  }, [media, mayCamera, mayMicrophone]);

  const weak = connection.step === 'done' && suggestsLowBandwidth({ ...connection.report, camera: 'ok', microphone: 'ok', speaker: 'ok' });
  return (
    <main className={css['page']}>
      <div className={css['top']}><ButtonLink to={`/sessions/${live.session}`} look="quiet" icon="back">{t('back')}</ButtonLink></div>
      <div className={css['columns']}>
        <div className={css['see']}>
          {mayCamera || mayMicrophone
            ? <Preview media={media} name={me.name} mayCamera={mayCamera} mayMicrophone={mayMicrophone} />
            : <Banner tone="accent" icon="eye">{t('preview.mayNot')}</Banner>}
          {mayMicrophone && local.microphone.state === 'blocked' && (
            <BlockedHelp device="microphone" reason={local.microphone.reason} onAgain={() => void media.set('microphone', 'on')} />
          )}
          {mayCamera && local.camera.state === 'blocked' && (
            <BlockedHelp device="camera" reason={local.camera.reason} onAgain={() => void media.set('camera', 'on')} />
          )}
        </div>
        <div className={css['say']}>
          <SessionHead />
          <JoinBar refused={refused} door={door} />
          <section className={css['card']} aria-label={t('line.title')}>
            <h2>{t('line.title')}</h2>
            <ConnectionResult connection={connection} onAgain={() => void readiness.testConnection()} />
            <Switch label={t('lowBandwidth')} hint={t(weak ? 'lowBandwidthAdvised' : 'lowBandwidthText')} checked={low} onChange={(on) => media.setLowBandwidth(on)} />
          </section>
        </div>
        <div className={css['devices']}>
          <section className={css['card']} aria-label={t('devices.title')}>
            <h2>{t('devices.title')}</h2>
            <div className={css['pair']}>
            {mayMicrophone && <DeviceSelect label={t('devices.microphone')} devices={devices.microphone.available} chosen={devices.microphone.chosen ?? inUse(local.microphone)} onChoose={(id) => void media.choose('microphone', id)} />}
            {mayCamera && <DeviceSelect label={t('devices.camera')} devices={devices.camera.available} chosen={devices.camera.chosen ?? inUse(local.camera)} onChoose={(id) => void media.choose('camera', id)} />}
            </div>
            <SpeakerTest media={media} heard={speaker} onHeard={(heard) => readiness.heard(heard)} />
            <DeckLanguage value={door.deckLanguage} onChange={(language) => door.chooseDeckLanguage(language)} />
          </section>
        </div>
      </div>
    </main>
  );
}
