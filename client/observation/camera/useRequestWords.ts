import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraRequest } from '../../../protocol/observation/cameras.ts';
import { useVisit } from '../source.tsx';

/** What a request asks for, as one sentence to act on; the words of who asks stand behind it. */
export function useRequestWords(): (request: Pick<CameraRequest, 'kind' | 'zone' | 'direction' | 'text'>) => string {
  const { t } = useTranslation('camera');
  const { observation: { plan } } = useVisit();
  return useCallback(({ kind, zone, direction, text }) => {
    const zoneName = zone === undefined ? undefined : plan.zones[zone]?.name;
    const what = kind === 'goTo' && zoneName !== undefined ? t('ask.goTo', { zone: zoneName })
      : kind === 'pan' && direction ? t(`ask.pan.${direction}`)
        : kind === 'goTo' ? t('ask.goOn') : kind === 'pan' ? t('ask.panAround') : t(`ask.${kind}`);
    return text === undefined ? what : t('ask.with', { what, text });
  }, [t, plan.zones]);
}
