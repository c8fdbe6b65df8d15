import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useMay } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Select.tsx';
import { useDirectors, useTurn } from './useDirecting.ts';
import css from './directing.module.css';

const nobody = '-';

/** Who directs the cameras; and for who gives the turn, to whom. */
export function TurnSection(): ReactNode {
  const { t } = useTranslation('directing');
  const { you } = useLive();
  const run = useCommand();
  const maySteer = useMay('camera.steer');
  const { mine, holder } = useTurn();
  const directors = useDirectors();
  const give = (participant: string | null): void => void run('camera.turn', { participant });
  return (
    <section className={css['section']}>
      <div className={css['head']}>
        <h3>{t('turn.title')}</h3>
        <Chip tone={mine ? 'accent' : 'neutral'} icon="turn">{mine ? t('turn.mine') : holder ? t('turn.of', { name: holder.name }) : t('turn.nobody')}</Chip>
      </div>
      {maySteer ? (
        <div className={css['turn']}>
          <Select
            label={t('turn.give')} value={holder?.id ?? nobody} onChange={(id) => give(id === nobody ? null : id)}
            options={[{ value: nobody, label: t('turn.none') }, ...directors.map((one) => ({ value: one.id, label: one.id === you ? t('turn.you', { name: one.name }) : one.name, detail: one.administrationName }))]}
          />
          {mine
            ? <Button look="line" onClick={() => give(null)}>{t('turn.end')}</Button>
            : <Button look="line" onClick={() => give(you)}>{t('turn.take')}</Button>}
        </div>
      ) : !mine && <p className={css['quiet']}>{t('turn.ask')}</p>}
    </section>
  );
}
