import { useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadinessReport } from '../../protocol/live/readiness.ts';
import type { MediaEngine } from '../media/engine.ts';
import { playTestTone } from '../media/tone.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { DeviceSelect } from './DeviceSelect.tsx';
import css from './SpeakerTest.module.css';

interface Props {
  readonly media: MediaEngine;
  /** What somebody said they heard. */
  readonly heard: ReadinessReport['speaker'];
  readonly onHeard: (heard: ReadinessReport['speaker']) => void;
}

/** Two notes, and the question whether they were heard: a page cannot know it. */
export function SpeakerTest({ media, heard, onHeard }: Props): ReactNode {
  const { t } = useTranslation('prejoin');
  const [step, setStep] = useState<'before' | 'playing' | 'asking'>('before');
  const speakers = useSyncExternalStore(media.subscribe, () => media.getSnapshot().devices.speaker);
  const play = async (): Promise<void> => {
    setStep('playing');
    const played = await playTestTone(speakers.chosen);
    setStep(played ? 'asking' : 'before');
    if (!played) onHeard('failed');
  };
  const answer = (value: ReadinessReport['speaker']): void => {
    setStep('before');
    onHeard(value);
  };
  return (
    <div className={css['test']}>
      {speakers.available.length > 1 && <DeviceSelect label={t('devices.speaker')} devices={speakers.available} chosen={speakers.chosen} onChoose={(id) => void media.choose('speaker', id)} />}
      <div className={css['row']} aria-live="polite">
        {step === 'asking'
          ? (
            <>
              <span className={css['question']}>{t('speaker.question')}</span>
              <Button look="line" onClick={() => answer('ok')}>{t('speaker.yes')}</Button>
              <Button look="line" onClick={() => answer('failed')}>{t('speaker.no')}</Button>
            </>
          )
          : (
            <>
              <Button look="line" icon="speaker" busy={step === 'playing'} onClick={() => void play()}>{t(step === 'playing' ? 'speaker.playing' : 'speaker.play')}</Button>
              {heard === 'ok' && <Chip tone="ok">{t('speaker.heard')}</Chip>}
              {heard === 'failed' && <Chip tone="stop">{t('speaker.notHeard')}</Chip>}
            </>
          )}
      </div>
      {heard === 'failed' && step === 'before' && <p className={css['help']}>{t('speaker.help')}</p>}
    </div>
  );
}
