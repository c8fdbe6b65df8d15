import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaEngine } from '../media/engine.ts';
import type { MediaSnapshot } from '../media/model.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icons.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Picture } from '../room/stage/Picture.tsx';
import { LevelBar } from './LevelBar.tsx';
import css from './Preview.module.css';

interface Props {
  readonly media: MediaEngine;
  readonly name: string;
  readonly mayCamera: boolean;
  readonly mayMicrophone: boolean;
}

/** Oneself as the others will see and hear one, with the two switches. */
export function Preview({ media, name, mayCamera, mayMicrophone }: Props): ReactNode {
  const { t } = useTranslation('prejoin');
  const { camera, microphone } = useLocals(media);
  const cameraOn = camera.state === 'on' || camera.state === 'starting';
  const microphoneOn = microphone.state === 'on' || microphone.state === 'starting';
  return (
    <section className={css['preview']} aria-label={t('preview.label')}>
      {camera.state === 'on'
        ? <Picture track={camera.track} fit="cover" mirrored label={t('preview.picture')} />
        : (
          <div className={css['empty']}>
            {camera.state === 'starting' ? <Spinner size={32} /> : <Avatar name={name} size={84} />}
            <p>{camera.state === 'starting' ? t('preview.starting') : t(mayCamera ? 'preview.cameraOff' : 'preview.mayNot')}</p>
          </div>
        )}
      <div className={css['bar']}>
        {mayMicrophone && (
          <button
            type="button" aria-pressed={microphoneOn} className={cx(css['switch'], !microphoneOn && css['off'])}
            onClick={() => void media.set('microphone', microphoneOn ? 'muted' : 'on')}
          >
            <Icon name={microphoneOn ? 'microphone' : 'microphoneOff'} />{t(microphoneOn ? 'preview.microphoneOn' : 'preview.microphoneOff')}
          </button>
        )}
        {mayCamera && (
          <button
            type="button" aria-pressed={cameraOn} className={cx(css['switch'], !cameraOn && css['off'])}
            onClick={() => void media.set('camera', cameraOn ? 'off' : 'on')}
          >
            <Icon name={cameraOn ? 'camera' : 'cameraOff'} />{t(cameraOn ? 'preview.cameraOn' : 'preview.cameraIsOff')}
          </button>
        )}
        {mayMicrophone && <div className={css['level']}><LevelBar media={media} /></div>}
      </div>
    </section>
  );
}

export function useLocals(media: MediaEngine): MediaSnapshot['local'] {
  return useSyncExternalStore(media.subscribe, () => media.getSnapshot().local);
}
