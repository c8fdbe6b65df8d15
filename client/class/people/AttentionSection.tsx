import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../live/context.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { attentionOf, struggles } from './attention.ts';
import type { Attention } from './attention.ts';
import { useAway } from './looking.ts';
import css from './People.module.css';

/** Who answers, who is away, who struggles: who needs somebody first. For who leads the class. */
export function AttentionSection(): ReactNode {
  const { t } = useTranslation('class');
  const state = useSession((all) => all);
  const rows = attentionOf(state, useAway());
  const inside = rows.filter((row) => row.presence !== 'gone');
  const count = (test: (row: Attention) => boolean): number => inside.filter(test).length;
  const isOpen = inside.some((row) => row.hasAnswered !== undefined);
  if (rows.length === 0) return <EmptyState icon="people" title={t('people.none')}>{t('people.noneText')}</EmptyState>;
  return (
    <section className={css['section']} aria-label={t('view.people')}>
      <dl className={css['figures']}>
        <div><dt>{t('people.here')}</dt><dd>{count((row) => row.presence === 'here')}<small>/{inside.length}</small></dd></div>
        <div><dt>{t('people.awayCount')}</dt><dd>{count((row) => row.presence !== 'here')}</dd></div>
        {isOpen && <div><dt>{t('people.answeredNow')}</dt><dd>{count((row) => row.hasAnswered === true)}<small>/{inside.length}</small></dd></div>}
        <div><dt>{t('people.struggleCount')}</dt><dd>{count((row) => row.asks !== undefined || struggles(row))}</dd></div>
      </dl>
      <ul className={css['list']}>{rows.map((row) => <Row key={row.one.id} row={row} />)}</ul>
    </section>
  );
}

function Row({ row }: { readonly row: Attention }): ReactNode {
  const { t } = useTranslation('class');
  const { one, presence, asks, hasAnswered, answered, asked, right, wrong } = row;
  return (
    <li className={css['row']} data-presence={presence} data-trainee={one.name}>
      <span className={css['name']}>{one.name}</span>
      <span className={css['chips']}>
        {asks && <Chip tone="warn" icon={asks === 'group' ? 'help' : 'hand'}>{t(`people.asks.${asks}`)}</Chip>}
        {presence !== 'here' && <Chip tone={presence === 'gone' ? 'neutral' : 'warn'} icon={presence === 'lost' ? 'lineOff' : presence === 'away' ? 'eye' : 'door'}>{t(`people.${presence}`)}</Chip>}
        {presence !== 'gone' && hasAnswered !== undefined && <Chip tone={hasAnswered ? 'ok' : 'neutral'}>{t(hasAnswered ? 'people.answered' : 'people.notYet')}</Chip>}
        {asks !== 'group' && struggles(row) && <Chip tone="warn">{t('people.struggles')}</Chip>}
      </span>
      <span className={css['quiet']}>
        {t('people.of', { answered, asked })}{right + wrong > 0 && ` · ${t('people.verdicts', { right, of: right + wrong })}`}
      </span>
    </li>
  );
}
