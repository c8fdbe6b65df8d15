import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isFrozen, isRightToLeft, languagesOf, sides } from '../../../protocol/ceremony/ceremony.ts';
import type { Side } from '../../../protocol/ceremony/ceremony.ts';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/useAction.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Field.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { Views } from '../../ui/Views.tsx';
import { useCeremony, useSideName } from '../source.tsx';
import { FillInDialog } from './FillInDialog.tsx';
import { SideDialog } from './SideDialog.tsx';
import { Uploads } from './Uploads.tsx';
import css from './Prepare.module.css';

/** What comes before: both sides, the text, and from these the copies. */
export function Prepare(): ReactNode {
  const { t } = useTranslation('ceremony');
  const { ceremony, session, run, changed } = useCeremony();
  const locale = useLocale();
  const [names, setNames] = useState<Side>();
  const [fills, setFills] = useState(false);
  const make = useAction(() => api('ceremonyCopies', { params: { session: session.id }, body: {} }));
  const { options } = ceremony;
  const frozen = isFrozen(ceremony);
  const hasBoth = sides.every((side) => ceremony.sides[side] !== undefined);
  const hasCopies = sides.every((side) => ceremony.copies[side] !== undefined);
  const languages = languagesOf(ceremony, 'a');
  const makeCopies = async (): Promise<void> => {
    const done = await make.run();
    if (!done?.ok) return;
    changed();
    toast(t('prepare.made'), 'check');
  };
  return (
    <>
      {frozen && <Banner icon="lock">{t('copy.frozen')}</Banner>}
      <section className={css['part']}>
        <h3><span>1</span>{t('prepare.sides')}</h3>
        {sides.map((side) => <SideRow key={side} side={side} disabled={frozen} onEdit={() => setNames(side)} />)}
      </section>
      <section className={css['part']}>
        <h3><span>2</span>{t('prepare.text')}</h3>
        <Views
          label={t('prepare.text')} views={[{ id: 'template', label: t('prepare.template') }, { id: 'upload', label: t('prepare.upload') }]} chosen={options.source}
          onChoose={(source) => !frozen && void run('ceremony.options', { ...options, source })}
        />
        <p className={css['hint']}>{t(options.source === 'template' ? 'prepare.templateText' : 'prepare.uploadText')}</p>
        {hasBoth && <p className={css['hint']}>{t('prepare.languages', { list: new Intl.ListFormat(locale, { type: 'conjunction' }).format(languages.map((one) => nameOfLanguage(one, locale))) })}</p>}
        {options.source === 'template'
          ? <Button look="line" icon="edit" disabled={!hasBoth || frozen} onClick={() => setFills(true)}>{t('prepare.fillIn')}</Button>
          : hasBoth && <Uploads disabled={frozen} />}
        {languages.some(isRightToLeft) && (
          <Switch
            label={t('prepare.mirror')} hint={t('prepare.mirrorText')} checked={options.mirror} disabled={frozen}
            onChange={(mirror) => void run('ceremony.options', { ...options, mirror })}
          />
        )}
      </section>
      <section className={css['part']}>
        <h3><span>3</span>{t('prepare.copies')}</h3>
        <p className={css['hint']}>{t(hasCopies ? 'prepare.copiesThere' : 'prepare.copiesText')}</p>
        <Button look={hasCopies ? 'line' : 'primary'} icon="document" wide busy={make.busy} disabled={!hasBoth || frozen} onClick={() => void makeCopies()}>{t(hasCopies ? 'prepare.makeAgain' : 'prepare.make')}</Button>
        <ProblemNotice problem={make.problem} />
      </section>
      {names && <SideDialog side={names} onClose={() => setNames(undefined)} />}
      {fills && <FillInDialog onClose={() => setFills(false)} />}
    </>
  );
}

function SideRow({ side, disabled, onEdit }: { readonly side: Side; readonly disabled: boolean; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation(['ceremony', 'kinds']);
  const { ceremony, participants } = useCeremony();
  const locale = useLocale();
  const nameOf = useSideName();
  const one = ceremony.sides[side];
  const person = (id: string | undefined, title: string): string | undefined => {
    const name = id === undefined ? undefined : participants[id]?.name;
    return name && (title === '' ? name : `${name} · ${title}`);
  };
  const signatory = one && person(one.signatory, one.signatoryTitle);
  const witness = one && person(one.witness, one.witnessTitle);
  return (
    <div className={css['row']}>
      <div className={css['words']}>
        <b dir="auto">{nameOf(side) ?? t('side.none', { side: side.toUpperCase() })}</b>
        {one && <span>{one.country} · {nameOfLanguage(one.language, locale)}</span>}
        {one && <span dir="auto">{t('kinds:role.signatory')}: {signatory ?? '—'}</span>}
        {witness && <span dir="auto">{t('kinds:role.witness')}: {witness}</span>}
      </div>
      <Button look="line" icon="edit" disabled={disabled} aria-label={t('side.edit', { side: side.toUpperCase() })} onClick={onEdit}>{t('side.change')}</Button>
    </div>
  );
}
