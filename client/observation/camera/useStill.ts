import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraRequest } from '../../../protocol/observation/cameras.ts';
import { announce } from '../../app/announcer.tsx';
import { toast } from '../../ui/Toast.tsx';
import { captureStill } from '../capture/capture.ts';
import { useCaptures, useCaptureWords } from '../capture/useCaptures.ts';
import { useVisit } from '../source.tsx';
import type { OwnPlace } from './usePlace.ts';

export interface Still {
  readonly busy: boolean;
  /** Grows with each still that was taken, for the eye. */
  readonly taken: number;
  /** True once it is written on the device. */
  readonly take: (request?: CameraRequest) => Promise<boolean>;
}

/** The shutter: a still in the zone where the camera is, for whoever asked for it. */
export function useStill(track: MediaStreamTrack | undefined, place: OwnPlace): Still {
  const { t } = useTranslation('camera');
  const { me, observation } = useVisit();
  const { capture } = useCaptures();
  const words = useCaptureWords();
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState(0);
  const zone = observation.cameras.places[me.id];
  const where = place.now;
  const take = useCallback(async (request?: CameraRequest): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const at = where();
    const kept = await capture({
      kind: 'still', title: '', ...(zone === undefined ? {} : { zone }), ...(at ? { place: at } : {}),
      ...(request ? { request: request.id } : {}), ...(request?.criterion === undefined ? {} : { criterion: request.criterion }),
    }, () => track ? captureStill(track) : Promise.resolve({ ok: false, code: 'device.noPicture' }));
    setBusy(false);
    if (kept.ok) {
      navigator.vibrate?.(40);
      setTaken((before) => before + 1);
      announce(t('still.taken'));
    } else {
      toast(words(kept.code), 'warning');
    }
    return kept.ok;
  }, [busy, where, capture, zone, track, t, words]);
  return { busy, taken, take };
}
