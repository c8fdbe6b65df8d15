import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rowOf, standingOf, statuses } from '../../../protocol/assessment/case/comparison.ts';
import { safeCriteria } from '../../../protocol/criteria.ts';
import { address } from '../../app/address.ts';
import { Loading } from '../../app/Loading.tsx';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useCase, usePersonName } from '../case/source.tsx';
import { Editing } from './editing.tsx';
import { RowDetail } from './RowDetail.tsx';
import { RowList } from './RowList.tsx';
import { StatusChip } from './StatusChip.tsx';
import { useComparison } from './useComparison.ts';
import type { Compared } from './useComparison.ts';
import { useFocus } from './useFocus.ts';
import css from './comparison.module.css';

/** A comparison of two programmes, row by row. Below a case (source.tsx): on its page, or in a meeting that serves it. */
export function ComparisonView({ comparison }: { readonly comparison: string }): ReactNode {
  const compared = useComparison(comparison);
  if (!compared) return null;
  return <Suspense fallback={<Loading />}><Editing><Criteria compared={compared} /></Editing></Suspense>;
}

function Criteria({ compared }: { readonly compared: Compared }): ReactNode {
  const { t } = useTranslation('comparison');
  const { comparison } = compared;
  const { isLive } = useCase();
  const person = usePersonName();
  const focus = useFocus(comparison);
  return (
    <div className={css['comparison']}>
      <Summary compared={compared} />
      {isLive && (
        <div className={css['focusBar']}>
          <Switch label={t('focus.follow')} checked={focus.follows} onChange={focus.follow} />
          {focus.elsewhere && comparison.focus && (
            <Banner icon="pointer" tone="accent" role="status" actions={<Button look="line" onClick={() => focus.look(focus.elsewhere!)}>{t('focus.go')}</Button>}>
              {t('focus.elsewhere', { name: person(comparison.focus.by), criterion: focus.elsewhere })}
            </Banner>
          )}
        </div>
      )}
      <div className={css['body']}>
        <RowList compared={compared} criterion={focus.criterion} onLook={focus.look} />
        <RowDetail key={focus.criterion} compared={compared} criterion={focus.criterion} />
      </div>
    </div>
  );
}

/** How many rows have which status, how many are agreed, and the way to the annex in print. */
function Summary({ compared: { comparison, programmes, sides } }: { readonly compared: Compared }): ReactNode {
  const { t } = useTranslation('comparison');
  const { session } = useCase();
  const language = useUiLanguage();
  const rows = safeCriteria.map((one) => rowOf(comparison, one));
  const agreed = rows.filter((row) => standingOf(row, sides) === 'agreed').length;
  return (
    <header className={css['summary']}>
      <h2>{programmes[0].name} <span className={css['versus']}>{t('versus')}</span> {programmes[1].name}</h2>
      <ul className={css['counts']}>
        {statuses.map((status) => {
          const count = rows.filter((row) => row.status === status).length;
          return count === 0 ? null : <li key={status}><b>{count}</b> <StatusChip status={status} /></li>;
        })}
        <li><b>{t('agreedOf', { agreed, count: rows.length })}</b></li>
      </ul>
      <a className={buttonClass('line')} href={address('comparisonPdf', { session: session.id, comparison: comparison.id }, { language })} target="_blank" rel="noreferrer">
        <Icon name="download" />{t('annex')}
      </a>
    </header>
  );
}
