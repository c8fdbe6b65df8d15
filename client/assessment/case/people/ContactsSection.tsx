import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../../protocol/assessment/case/papers.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useCase, useSideName } from '../source.tsx';
import { useForm } from '../useForm.ts';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** Whom each side calls: liaison officers, also those without a seat. */
export function ContactsSection(): ReactNode {
  const { t } = useTranslation('case');
  const side = useSideName();
  const { file: { papers }, me, may, run } = useCase();
  const [open, setOpen] = useState<{ readonly contact?: Contact }>();
  const contacts = Object.values(papers.contacts).toSorted((a, b) => a.administration.localeCompare(b.administration) || a.name.localeCompare(b.name));
  return (
    <section className={shared['section']}>
      <div className={shared['sectionHead']}>
        <h2>{t('contacts.title')}</h2>
        {may('case.write') && <Button look="line" icon="plus" onClick={() => setOpen({})}>{t('contacts.add')}</Button>}
      </div>
      {contacts.length === 0
        ? <EmptyState icon="people" title={t('contacts.none')}>{t('contacts.noneText')}</EmptyState>
        : (
          <ul className={css['list']}>
            {contacts.map((one) => (
              <li key={one.id} className={css['item']}>
                <div className={css['itemWords']}>
                  <b>{one.name}</b>
                  <div className={css['itemMeta']}>
                    {one.position !== '' && <span>{one.position}</span>}<span>{side(one.administration)}</span>
                    {one.email !== '' && <a href={`mailto:${one.email}`}>{one.email}</a>}{one.phone !== '' && <span className={shared['num']}>{one.phone}</span>}
                  </div>
                </div>
                {may('case.write') && one.administration === me.administration && (
                  <>
                    <IconButton icon="edit" label={t('contacts.changeNamed', { name: one.name })} onClick={() => setOpen({ contact: one })} />
                    <IconButton icon="trash" label={t('contacts.removeNamed', { name: one.name })} onClick={() => void run('case.removeContact', { contact: one.id })} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      {open && <ContactDialog contact={open.contact} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function ContactDialog({ contact, onClose }: { readonly contact: Contact | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const { send } = useCase();
  const [name, setName] = useState(contact?.name ?? '');
  const [position, setPosition] = useState(contact?.position ?? '');
  const [email, setEmail] = useState(contact?.email ?? '');
  const [phone, setPhone] = useState(contact?.phone ?? '');
  const isNameless = name.trim() === '';
  const isNoEmail = email.trim() !== '' && !/^\S+@\S+\.\S+$/u.test(email.trim());
  const form = useForm(isNameless || isNoEmail ? undefined : () => send('case.contact', { ...(contact ? { contact: contact.id } : {}), name, position: position.trim(), email: email.trim(), phone: phone.trim() }), onClose);
  return (
    <FormDialog title={contact ? t('contacts.change') : t('contacts.add')} form={form} onClose={onClose}>
      <TextField label={t('contacts.name')} value={name} onChange={setName} maxLength={limits.nameChars} {...(form.tried && isNameless ? { error: t('missing.name') } : {})} />
      <TextField label={t('contacts.position')} optional value={position} onChange={setPosition} maxLength={limits.titleChars} />
      <TextField label={t('contacts.email')} optional type="email" value={email} onChange={setEmail} {...(form.tried && isNoEmail ? { error: t('missing.email') } : {})} />
      <TextField label={t('contacts.phone')} optional type="tel" value={phone} onChange={setPhone} maxLength={40} />
    </FormDialog>
  );
}
