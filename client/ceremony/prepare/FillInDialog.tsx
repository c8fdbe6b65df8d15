import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRightToLeft, languagesOf, sides } from '../../../protocol/ceremony/ceremony.ts';
import type { Values, Worded } from '../../../protocol/ceremony/ceremony.ts';
import { jointPlaceholders, sidePlaceholders, unworded } from '../../../protocol/ceremony/placeholders.ts';
import { limits } from '../../../protocol/limits.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Modal } from '../../room/parts/Modal.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { Views } from '../../ui/Views.tsx';
import { useCeremony, useSideName } from '../source.tsx';
import css from './Prepare.module.css';

type Draft = { readonly [K in keyof Values]: Readonly<Record<string, Worded>> };

/** What the template is filled in with, language by language. */
export function FillInDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['ceremony', 'common']);
  const form = useId();
  const locale = useLocale();
  const { ceremony, run } = useCeremony();
  const nameOf = useSideName();
  const languages = languagesOf(ceremony, 'a');
  const [language, setLanguage] = useState(languages[0] ?? 'en');
  const [draft, setDraft] = useState<Draft>(ceremony.values);
  const [busy, setBusy] = useState(false);
  const field = (of: keyof Values, key: string): ReactNode => {
    const tag = unworded.has(key) ? 'und' : language;
    return (
      <TextField
        key={`${of} ${key} ${tag}`} label={t(`value.${key}`)} value={draft[of][key]?.[tag] ?? ''} maxLength={limits.ceremonyValueChars} dir={isRightToLeft(tag) ? 'rtl' : 'auto'} lang={tag === 'und' ? undefined : tag}
        onChange={(text) => setDraft((all) => ({ ...all, [of]: { ...all[of], [key]: { ...all[of][key], [tag]: text } } }))}
      />
    );
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const done = await run('ceremony.fillIn', { of: 'joint', values: filled(draft.joint) })
      && await run('ceremony.fillIn', { of: 'a', values: filled(draft.a) }) && await run('ceremony.fillIn', { of: 'b', values: filled(draft.b) });
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Modal
      title={t('prepare.fillIn')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={css['form']} noValidate onSubmit={(event) => void submit(event)}>
        <p className={css['hint']}>{t('prepare.fillInText')}</p>
        <Views label={t('prepare.language')} views={languages.map((id) => ({ id, label: nameOfLanguage(id, locale) }))} chosen={language} onChoose={setLanguage} />
        {sides.map((side) => (
          <div key={side} className={css['form']}>
            <h3 dir="auto">{nameOf(side)}</h3>
            {sidePlaceholders.map((key) => field(side, key))}
          </div>
        ))}
        <h3>{t('prepare.joint')}</h3>
        {jointPlaceholders.map((key) => field('joint', key))}
      </form>
    </Modal>
  );
}

/** An empty field says nothing; it is not sent. */
function filled(all: Readonly<Record<string, Worded>>): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(all).map(([key, worded]) => [key, Object.fromEntries(Object.entries(worded).filter(([, text]) => text.trim() !== ''))]));
}
