import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Views } from '../../ui/Views.tsx';
import { Prepare } from '../prepare/Prepare.tsx';
import { RoomCeremony, useCeremony } from '../source.tsx';
import { Copies } from './Copies.tsx';
import { Order } from './Order.tsx';
import css from './Panel.module.css';

/** The ceremony beside the stage: its running order, both copies, and its preparation for those who prepare it. */
export default function CeremonyPanel(): ReactNode {
  return <RoomCeremony><Parts /></RoomCeremony>;
}

const parts = { order: Order, copies: Copies, prepare: Prepare } as const;
type Part = keyof typeof parts;

function Parts(): ReactNode {
  const { t } = useTranslation('ceremony');
  const { may, ceremony } = useCeremony();
  const mayPrepare = may('ceremony.prepare');
  const [chosen, choose] = useState<Part>(mayPrepare && Object.keys(ceremony.copies).length === 0 ? 'prepare' : 'order');
  const shown = (['order', 'copies', 'prepare'] as const).filter((one) => one !== 'prepare' || mayPrepare);
  const Content = parts[chosen];
  return (
    <div className={css['panel']}>
      <div className={css['views']}><Views label={t('panel.views')} views={shown.map((id) => ({ id, label: t(`panel.${id}`) }))} chosen={chosen} onChoose={choose} /></div>
      <div className={css['scroll']}><Content /></div>
    </div>
  );
}
