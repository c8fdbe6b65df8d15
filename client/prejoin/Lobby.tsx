import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe } from '../live/context.tsx';
import { useRoom } from '../room/live/context.tsx';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Preview } from './Preview.tsx';
import { SessionHead } from './SessionHead.tsx';
import css from './Prejoin.module.css';
import lobby from './Lobby.module.css';

/** Waiting to be let in, with nothing to do but to look as one wants to be seen. */
export function Lobby(): ReactNode {
  const { t } = useTranslation('prejoin');
  const { media, door } = useRoom();
  const me = useMe();
  const mayCamera = useMay('media.camera');
  const mayMicrophone = useMay('media.microphone');
  return (
    <main className={css['page']}>
      <div className={css['columns']}>
        <div className={css['see']}>{(mayCamera || mayMicrophone) && <Preview media={media} name={me.name} mayCamera={mayCamera} mayMicrophone={mayMicrophone} />}</div>
        <div className={css['say']}>
          <SessionHead />
          <section className={css['card']} role="status">
            <div className={lobby['waits']}><Spinner size={28} /><h2>{t('lobby.title')}</h2></div>
            <p>{t('lobby.text')}</p>
          </section>
          <div><Button look="line" icon="door" onClick={() => void door.leave()}>{t('lobby.leave')}</Button></div>
        </div>
      </div>
    </main>
  );
}
