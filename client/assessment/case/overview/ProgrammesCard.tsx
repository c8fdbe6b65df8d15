import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../../protocol/limits.ts';
import type { Programme } from '../../../../protocol/assessment/case/plan.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useCase } from '../source.tsx';
import { useForm } from '../useForm.ts';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** The programmes of all sides; each side describes its own. */
export function ProgrammesCard(): ReactNode {
  const { t } = useTranslation('case');
  const { file: { plan }, sides, me, may } = useCase();
  const [open, setOpen] = useState<{ readonly programme?: Programme }>();
  const all = Object.values(plan.programmes);
  return (
    <section className={shared['card']}>
      <div className={shared['sectionHead']}>
        <h2>{t('programmes.title')}</h2>
        {may('case.write') && <Button look="bare" icon="plus" onClick={() => setOpen({})}>{t('programmes.add')}</Button>}
      </div>
      <dl className={css['facts']}>
        {sides.map((side) => {
          const own = all.filter(({ administration }) => administration === side.administration);
          return (
            <div key={side.administration}>
              <dt>{side.name}</dt>
              {own.length === 0 && <dd className={shared['muted']}>{t('programmes.none')}</dd>}
              {own.map((one) => (
                <dd key={one.id}>
                  <span className={css['named']}>
                    <span>{one.name}</span>
                    {may('case.write') && side.administration === me.administration && <IconButton icon="edit" label={t('programmes.changeNamed', { name: one.name })} onClick={() => setOpen({ programme: one })} />}
                  </span>
                  {one.about !== '' && <p className={`${css['prose']} ${shared['small']} ${shared['muted']}`} style={{ fontWeight: 400 }}>{one.about}</p>}
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
      {open && <ProgrammeDialog programme={open.programme} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function ProgrammeDialog({ programme, onClose }: { readonly programme: Programme | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const { send } = useCase();
  const [name, setName] = useState(programme?.name ?? '');
  const [about, setAbout] = useState(programme?.about ?? '');
  const isNameless = name.trim() === '';
  const form = useForm(isNameless ? undefined : () => send('case.programme', { ...(programme ? { programme: programme.id } : {}), name, about }), onClose);
  return (
    <FormDialog title={programme ? t('programmes.change') : t('programmes.add')} form={form} onClose={onClose}>
      <TextField label={t('programmes.name')} value={name} onChange={setName} maxLength={limits.titleChars} {...(form.tried && isNameless ? { error: t('missing.name') } : {})} />
      <TextArea label={t('programmes.about')} hint={t('programmes.aboutHint')} optional value={about} onChange={setAbout} maxLength={limits.remarkChars} />
    </FormDialog>
  );
}
