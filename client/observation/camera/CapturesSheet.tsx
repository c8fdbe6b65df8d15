import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Modal } from '../../room/parts/Modal.tsx';
import { useMoment } from '../../room/live/useMoment.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import type { Tone } from '../../ui/Chip.tsx';
import type { IconName } from '../../ui/icons.tsx';
import type { CaptureCode } from '../capture/item.ts';
import { captureQueueOf } from '../capture/queues.ts';
import { useCaptureWords } from '../capture/useCaptures.ts';
import { useVisit } from '../source.tsx';
import { CaptureThumbnail } from './CaptureThumbnail.tsx';
import { useOwnCaptures } from './ownCaptures.ts';
import type { CaptureState, OwnCapture } from './ownCaptures.ts';
import css from './Captures.module.css';

const looks: Readonly<Record<CaptureState, { readonly tone: Tone; readonly icon: IconName }>> = {
  waiting: { tone: 'neutral', icon: 'clock' }, sending: { tone: 'accent', icon: 'upload' }, uploading: { tone: 'accent', icon: 'upload' },
  stopped: { tone: 'warn', icon: 'warning' }, deleted: { tone: 'stop', icon: 'trash' }, sent: { tone: 'neutral', icon: 'person' },
  released: { tone: 'ok', icon: 'check' }, withheld: { tone: 'warn', icon: 'lock' },
};

/** What was taken, and had to go once the server heard of it. */
const told: ReadonlySet<CaptureCode> = new Set<CaptureCode>([
  'capture.noRecord', 'capture.noConsent', 'capture.personRefused', 'capture.zoneUnknown', 'device.consentGone', 'evidence.discarded',
]);
function isTold(code: CaptureCode): boolean {
  return told.has(code);
}

/** Each capture of this device and what has become of it. */
export function CapturesSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('camera');
  const captures = useOwnCaptures();
  return (
    <Modal kind="sheet" title={t('captures.title')} onClose={onClose}>
      <ul className={css['list']}>
        {captures.length === 0 && <li className={css['none']}>{t('captures.none')}</li>}
        {captures.map((capture) => <Row key={capture.id} capture={capture} />)}
      </ul>
    </Modal>
  );
}

function Row({ capture }: { readonly capture: OwnCapture }): ReactNode {
  const { t } = useTranslation(['camera', 'common']);
  const { session, me, observation: { plan } } = useVisit();
  const words = useCaptureWords();
  const moment = useMoment();
  const queue = captureQueueOf(session.id, me.id);
  const { id, at, zone, state, share, code } = capture;
  const name = zone === undefined ? undefined : plan.zones[zone]?.name;
  return (
    <li className={css['row']} data-capture={id} data-state={state}>
      <CaptureThumbnail capture={capture} />
      <div className={css['about']}>
        <span className={css['when']}>{moment(at).own}{name !== undefined && <> · {name}</>}</span>
        <Chip {...looks[state]}>{t(`captures.state.${state}`, { percent: Math.round(share * 100) })}</Chip>
        {code !== undefined && <p className={css['why']}>{state === 'deleted' && isTold(code) ? t(`captures.why.${code.slice(code.indexOf('.') + 1)}`) : words(code)}</p>}
      </div>
      {state === 'stopped' && (
        <span className={css['acts']}>
          <Button look="primary" onClick={() => queue.retry(id)}>{t('common:retry')}</Button>
          <Button look="line" onClick={() => void queue.drop(id)}>{t('captures.drop')}</Button>
        </span>
      )}
      {state === 'deleted' && <span className={css['acts']}><Button look="line" onClick={() => void queue.drop(id)}>{t('captures.read')}</Button></span>}
    </li>
  );
}
