import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../../protocol/limits.ts';
import { newId } from '../../../live/ids.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cx } from '../../../ui/cx.ts';
import { Switch } from '../../../ui/Field.tsx';
import field from '../../../ui/Field.module.css';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Icon } from '../../../ui/icons.tsx';
import list from '../Evidence.module.css';
import css from '../viewer/Viewer.module.css';
import { hidden } from './regions.ts';
import type { DraftRegion, Hides } from './regions.ts';
import type { Masking } from './useMasking.ts';
import own from './Mask.module.css';

interface Props {
  readonly regions: readonly DraftRegion[];
  readonly chosen: string | undefined;
  readonly hides: Hides;
  readonly isSolid: boolean;
  readonly masking: Masking;
  readonly onRegions: (regions: readonly DraftRegion[]) => void;
  readonly onChoose: (id: string | undefined) => void;
  readonly onHides: (hides: Hides) => void;
  readonly onSolid: (isSolid: boolean) => void;
  readonly onRelease: () => void;
  readonly onCancel: () => void;
}

/** What each region hides, and the way out: the masked picture is made, stored and let out in one go. */
export function MaskTools({ regions, chosen, hides, isSolid, masking, onRegions, onChoose, onHides, onSolid, onRelease, onCancel }: Props): ReactNode {
  const { t } = useTranslation(['evidence', 'common']);
  const isBusy = masking.step !== 'idle' && masking.step !== 'failed';
  const add = (): void => {
    const id = newId();
    // Beside the one before, so that two are not taken for one.
    const shift = (regions.length % 5) * 0.06;
    onRegions([...regions, { id, x: 0.35 + shift, y: 0.35 + shift, width: 0.2, height: 0.2, hides }]);
    onChoose(id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-region="${id}"] button`)?.focus({ preventScroll: true }));
  };
  return (
    <section className={css['editor']} aria-label={t('mask.title')}>
      <div className={css['editorBody']}>
        <h3>{t('mask.title')}</h3>
        <p className={css['note']}>{t('mask.note')}</p>
        <p className={cx(css['note'], own['keys'])} id="mask-keys">{t('mask.keys')}</p>
        <Button look="line" icon="plus" disabled={regions.length >= limits.maskRegions || isBusy} onClick={add}>{t('mask.add')}</Button>
        <ol className={own['regions']}>
          {regions.map((region, index) => (
            <li key={region.id} className={own['row']} data-chosen={region.id === chosen}>
              <b aria-hidden="true">{index + 1}</b>
              <span className={list['choice']}>
                <select
                  className={field['input']} value={region.hides} disabled={isBusy} aria-label={t('mask.whatHides', { number: index + 1 })} onFocus={() => onChoose(region.id)}
                  onChange={(event) => {
                    const next = hidden.find((one) => one === event.currentTarget.value) ?? region.hides;
                    onRegions(regions.map((one) => one.id === region.id ? { ...one, hides: next } : one));
                    onHides(next);
                  }}
                >
                  {hidden.map((one) => <option key={one} value={one}>{t(`mask.hides.${one}`)}</option>)}
                </select>
                <Icon name="down" size={18} />
              </span>
              <IconButton icon="trash" label={t('mask.remove', { number: index + 1 })} disabled={isBusy} onClick={() => onRegions(regions.filter((one) => one.id !== region.id))} />
            </li>
          ))}
        </ol>
        <Switch label={t('mask.solid')} checked={isSolid} onChange={onSolid} />
        {masking.step === 'failed' && <Banner tone="stop" role="alert">{t(`mask.failed.${masking.why}`)}</Banner>}
        {isBusy && <p role="status" className={css['note']}>{t(`mask.step.${masking.step}`)}</p>}
      </div>
      <div className={css['editorFoot']}>
        <Button look="line" disabled={isBusy} onClick={onCancel}>{t('common:cancel')}</Button>
        <Button look="primary" icon="check" busy={isBusy} disabled={regions.length === 0} onClick={onRelease}>{t('mask.release')}</Button>
      </div>
    </section>
  );
}
