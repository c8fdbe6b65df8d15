import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraRequest } from '../../../protocol/observation/cameras.ts';
import { useSession } from '../../live/context.tsx';

/** A request as those read it who direct: "Go to: Loading dock". The camera's own page has words to act on. */
export function useRequestWords(): (request: Pick<CameraRequest, 'kind' | 'zone' | 'direction' | 'criterion' | 'text'>) => string {
  const { t } = useTranslation('directing');
  const zones = useSession((state) => state.observation.plan.zones);
  return useCallback(({ kind, zone, direction, criterion, text }) => {
    const what = kind === 'goTo' ? t('request.goTo', { zone: zones[zone ?? '']?.name ?? '' })
      : kind === 'pan' && direction !== undefined ? t(`request.pan.${direction}`)
        : kind === 'still' && criterion !== undefined ? t('request.stillFor', { criterion })
          : t(`request.${kind === 'pan' ? 'pan.any' : kind}`);
    return text === undefined ? what : `${what}: ${text}`;
  }, [t, zones]);
}
