import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import { useLive, useMay } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { toast } from '../../ui/Toast.tsx';

/** Makes a camera the main view of everybody in the room, or takes it back; who may not set the view asks those who may. */
export function useMainView(): { readonly maySet: boolean; readonly set: (camera: ParticipantId, main: boolean) => void; readonly ask: (camera: ParticipantId) => void } {
  const { t } = useTranslation('directing');
  const live = useLive();
  const run = useCommand();
  const maySet = useMay('stage.layout');
  const set = useCallback((camera: ParticipantId, main: boolean) => {
    const room = live.state()?.participants[live.you]?.room ?? '';
    const layout = live.state()?.stages[room]?.layout ?? 'auto';
    void run('stage.layout', { layout, pinned: main ? [camera] : [] });
  }, [live, run]);
  const ask = useCallback((camera: ParticipantId) => {
    live.signal('camera.proposed', { camera });
    toast(t('main.asked'), 'send');
  }, [live, t]);
  return { maySet, set, ask };
}
