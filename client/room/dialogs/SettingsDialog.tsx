import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadinessReport } from '../../../protocol/live/readiness.ts';
import { useMay, useMe } from '../../live/context.tsx';
import { DeckLanguage } from '../../prejoin/DeckLanguage.tsx';
import { DeviceSelect } from '../../prejoin/DeviceSelect.tsx';
import { inUse } from '../../prejoin/inUse.ts';
import { LevelBar } from '../../prejoin/LevelBar.tsx';
import { SpeakerTest } from '../../prejoin/SpeakerTest.tsx';
import { Switch } from '../../ui/Field.tsx';
import { useRoom } from '../live/context.tsx';
import { useCommand } from '../live/useCommand.ts';
import { useMedia } from '../live/useMedia.ts';
import { Modal } from '../parts/Modal.tsx';

/** Devices and line, while one is inside; every choice counts at once. */
export default function SettingsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['room', 'prejoin']);
  const { media } = useRoom();
  const me = useMe();
  const run = useCommand();
  const devices = useMedia((snapshot) => snapshot.devices);
  const local = useMedia((snapshot) => snapshot.local);
  const low = useMedia((snapshot) => snapshot.lowBandwidth);
  const audioOnly = useMedia((snapshot) => snapshot.audioOnly);
  const [heard, setHeard] = useState<ReadinessReport['speaker']>('untested');
  const mayMicrophone = useMay('media.microphone');
  const mayCamera = useMay('media.camera');
  return (
    <Modal title={t('more.settings')} onClose={onClose}>
      {mayMicrophone && (
        <>
          <DeviceSelect label={t('prejoin:devices.microphone')} devices={devices.microphone.available} chosen={devices.microphone.chosen ?? inUse(local.microphone)} onChoose={(id) => void media.choose('microphone', id)} />
          <LevelBar media={media} />
        </>
      )}
      {mayCamera && <DeviceSelect label={t('prejoin:devices.camera')} devices={devices.camera.available} chosen={devices.camera.chosen ?? inUse(local.camera)} onChoose={(id) => void media.choose('camera', id)} />}
      <SpeakerTest media={media} heard={heard} onHeard={setHeard} />
      <DeckLanguage value={me.language} onChange={(language) => void run('participant.language', { language })} />
      <div>
        <Switch label={t('more.lowBandwidth')} hint={t('more.lowBandwidthText')} checked={low} onChange={(on) => media.setLowBandwidth(on)} />
        <Switch label={t('more.audioOnly')} hint={t('more.audioOnlyText')} checked={audioOnly} onChange={(on) => media.setAudioOnly(on)} />
      </div>
    </Modal>
  );
}
