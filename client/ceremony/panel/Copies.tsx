import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isFrozen, sides } from '../../../protocol/ceremony/ceremony.ts';
import type { Copy } from '../../../protocol/ceremony/ceremony.ts';
import { isComplete } from '../../../protocol/ceremony/places.ts';
import { address } from '../../app/address.ts';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/useAction.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { CopyDialog } from '../copy/CopyDialog.tsx';
import { Places } from '../copy/Places.tsx';
import { useCeremony, useSideName } from '../source.tsx';
import css from '../copy/Copy.module.css';

/** Both copies: what they are, who has signed, and the way to read and keep them; at the end the sealed record. */
export function Copies(): ReactNode {
  const { t } = useTranslation('ceremony');
  const { ceremony, may, session, changed } = useCeremony();
  const [reads, setReads] = useState<Copy>();
  const seal = useAction(() => api('ceremonySeal', { params: { session: session.id }, body: {} }));
  const copies = sides.flatMap((side) => ceremony.copies[side] ?? []);
  if (copies.length === 0) return <EmptyState icon="document" title={t('copy.noneYet')}>{t('copy.noneYetText')}</EmptyState>;
  return (
    <>
      {isFrozen(ceremony) && <Banner icon="lock">{t('copy.frozen')}</Banner>}
      {copies.map((copy) => <CopyCard key={copy.side} copy={copy} onRead={() => setReads(copy)} />)}
      {isComplete(ceremony) && !ceremony.record && may('ceremony.lead') && (
        <Button
          look="primary" icon="lock" wide busy={seal.busy}
          onClick={() => void seal.run().then((done) => done?.ok && changed())}
        >
          {t('record.seal')}
        </Button>
      )}
      <ProblemNotice problem={seal.problem} />
      {ceremony.record && (
        <article className={css['card']}>
          <h3>{t('record.title')}</h3>
          <p className={css['about']}>{t('record.about', { entries: ceremony.record.head.seq })}</p>
          <p className={css['hash']}>SHA-256 {ceremony.record.head.hash}</p>
          {may('ceremony.read') && <div className={css['buttons']}><a className={buttonClass('line')} href={address('ceremonyRecord', { session: session.id })} download><Icon name="download" />{t('record.download')}</a></div>}
        </article>
      )}
      {reads && <CopyDialog copy={reads} onClose={() => setReads(undefined)} />}
    </>
  );
}

function CopyCard({ copy, onRead }: { readonly copy: Copy; readonly onRead: () => void }): ReactNode {
  const { t } = useTranslation('ceremony');
  const { session, may } = useCeremony();
  const locale = useLocale();
  const nameOf = useSideName();
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(copy.languages.map((one) => nameOfLanguage(one, locale)));
  return (
    <article className={css['card']}>
      <h3 dir="auto">{t('copy.title', { side: copy.side.toUpperCase(), name: nameOf(copy.side) ?? '' })}</h3>
      <p className={css['about']}>{t('copy.about', { languages, count: copy.pages })}</p>
      <p className={css['about']}>{t(`copy.first.${copy.firstPlace}`)}</p>
      <Places copy={copy} />
      <p className={css['hash']}>SHA-256 {copy.file}</p>
      {may('ceremony.read') && (
        <div className={css['buttons']}>
          <Button look="line" icon="eye" onClick={onRead}>{t('copy.read')}</Button>
          <a className={buttonClass('line')} href={address('ceremonyCopy', { session: session.id, copy: copy.side }, { v: copy.file })} download><Icon name="download" />{t('copy.download')}</a>
        </div>
      )}
    </article>
  );
}
