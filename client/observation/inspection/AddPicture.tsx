import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, InspectionPoint } from '../../../protocol/observation/inspections.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { captureFile } from '../capture/capture.ts';
import { useCaptures, useCaptureWords } from '../capture/useCaptures.ts';
import { useVisit } from '../source.tsx';
import css from './Inspection.module.css';

interface Props {
  readonly inspection: Inspection;
  readonly point: InspectionPoint | 'seal';
  readonly title: string;
}

/** A picture of a point, by the device's own camera. It is a still like any other: it needs the zone's consent, and the operator sees it first. */
export function AddPicture({ inspection, point, title }: Props): ReactNode {
  const { t } = useTranslation('notebook');
  const { me, observation } = useVisit();
  const { capture, bar } = useCaptures();
  const words = useCaptureWords();
  const id = useId();
  const [said, setSaid] = useState<string>();
  const zone = observation.cameras.places[me.id] ?? inspection.zone;
  const origin = { kind: 'still', ...(zone === undefined ? {} : { zone }) } as const;
  const barred = bar(origin);
  const take = async (file: File): Promise<void> => {
    const name = `${inspection.container} · ${title}`;
    const kept = await capture({ ...origin, title: name, criterion: 'H', inspection: { id: inspection.id, point } }, () => captureFile(file));
    setSaid(kept.ok ? undefined : words(kept.code));
  };
  if (barred) return <p className={css['meta']}>{words(barred)}</p>;
  return (
    <>
      <label htmlFor={id} className={buttonClass('line')}><Icon name="still" />{t('inspection.addPicture')}</label>
      <input
        id={id} type="file" accept="image/jpeg,image/png,image/webp" capture="environment" className={css['hidden']}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) void take(file);
        }}
      />
      {said !== undefined && <p className={css['wrong']} role="alert">{said}</p>}
    </>
  );
}
