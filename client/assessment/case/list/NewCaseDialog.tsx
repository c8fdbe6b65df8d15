import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { limits } from '../../../../protocol/limits.ts';
import { useAccount } from '../../../app/account.tsx';
import { api } from '../../../app/api.ts';
import type { Answer } from '../../../app/problem.ts';
import { useViewerZone } from '../../../app/zone.ts';
import { useUiLanguage } from '../../../i18n/useLocale.ts';
import type { InvitedDraft } from '../../../pages/schedule/draft.ts';
import { InvitedList } from '../../../pages/schedule/InvitedList.tsx';
import { LanguageList } from '../../../pages/shared/LanguageList.tsx';
import { FieldError, TextField } from '../../../ui/Field.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useForm } from '../useForm.ts';

/** Opens a case between one's own administration and others: at least one person of another one has a seat from the beginning. */
export function NewCaseDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const navigate = useNavigate();
  const zone = useViewerZone();
  const { me } = useAccount();
  const [title, setTitle] = useState('');
  const [languages, setLanguages] = useState<readonly string[]>([useUiLanguage()]);
  const [invited, setInvited] = useState<readonly InvitedDraft[]>([]);
  const isTitleless = title.trim() === '';
  const isAlone = !invited.some(({ person }) => person.administration !== me.person?.administration);
  const open = async (): Promise<Answer<unknown>> => {
    const now = Date.now();
    const made = await api('createSession', {
      body: {
        kind: 'case', title, languages: [...languages], startsAt: now, endsAt: now, zone, lobby: false,
        participants: invited.map(({ person, role }) => ({ person: person.id, role })),
      },
    });
    if (made.ok) void navigate(`/cases/${made.value.summary.info.id}`);
    return made;
  };
  const form = useForm(isTitleless || isAlone || languages.length === 0 ? undefined : open, onClose);
  return (
    <FormDialog title={t('cases.open')} form={form} onClose={onClose} verb={t('cases.openNow')}>
      <TextField label={t('cases.name')} hint={t('cases.nameHint')} value={title} onChange={setTitle} maxLength={limits.titleChars} {...(form.tried && isTitleless ? { error: t('missing.title') } : {})} />
      <LanguageList label={t('cases.languages')} value={languages} onChange={setLanguages} {...(form.tried && languages.length === 0 ? { error: t('missing.language') } : {})} />
      <InvitedList kind="case" value={invited} onChange={setInvited} without={me.person ? [me.person.id] : []} />
      {form.tried && isAlone && <FieldError>{t('missing.otherSide')}</FieldError>}
    </FormDialog>
  );
}
