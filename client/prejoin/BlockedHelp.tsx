import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockReason } from '../media/model.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { platformOf, stepsFor, systemStepsFor } from './platform.ts';
import css from './BlockedHelp.module.css';

interface Props {
  readonly device: 'camera' | 'microphone';
  readonly reason: BlockReason;
  readonly onAgain: () => void;
}

/** Why a device cannot be used, and the steps that change it in this browser on this system. */
export function BlockedHelp({ device, reason, onAgain }: Props): ReactNode {
  const { t } = useTranslation('prejoin');
  const platform = platformOf(navigator.userAgent, navigator.maxTouchPoints);
  const key = reason === 'denied' ? `help.steps.${stepsFor(platform)}` : reason === 'system' ? `help.system.${systemStepsFor(platform)}` : undefined;
  const steps = key === undefined ? [] : (t(key, { returnObjects: true, device: t(`help.device.${device}`) }) as unknown as readonly string[]);
  return (
    <Banner
      tone="warn" role="status" icon={device === 'camera' ? 'cameraOff' : 'microphoneOff'}
      actions={reason === 'refused' || reason === 'insecure' ? undefined : <Button look="line" icon="refresh" onClick={onAgain}>{t('help.again')}</Button>}
    >
      <b>{t(`help.${device}.${reason}`)}</b>
      {steps.length > 0 && <ol className={css['steps']}>{steps.map((step) => <li key={step}>{step}</li>)}</ol>}
      {steps.length === 0 && <p>{t(`help.do.${reason}`)}</p>}
      <p className={css['anyway']}>{t('help.anyway')}</p>
    </Banner>
  );
}
