import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { PersonProgress } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/Toast.tsx';

interface Props {
  readonly edition: string;
  readonly people: readonly PersonProgress[];
  readonly onClose: () => void;
}

/** A reminder by mail, in the language of each, with a few words of one's own. */
export function RemindDialog({ edition, people, onClose }: Props): ReactNode {
  const { t } = useTranslation(['training', 'common']);
  const refresh = useRefresh();
  const [text, setText] = useState(() => wordsBefore(people));
  const { run, busy, problem } = useAction(useCallback((body: { people: string[]; text: string }) => api('remind', { params: { edition }, body }), [edition]));
  const remind = async (): Promise<void> => {
    const done = await run({ people: people.map(({ person }) => person), text });
    if (!done?.ok) return;
    const { sent, queued, failed } = done.value;
    if (failed > 0) toast(t('people.sentFailed', { sent, failed }), 'warning');
    else if (queued > 0) toast(t('people.sentQueued', { sent, queued }), 'warning');
    else toast(t('people.sent', { count: sent }));
    await refresh('editionPeople');
    onClose();
  };
  return (
    <Dialog
      title={t('people.remindTitle')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="primary" icon="send" busy={busy} onClick={() => void remind()}>{t('people.send', { count: people.length })}</Button></>}
    >
      <p>{t('people.to', { names: people.map(({ name }) => name).join(', ') })}</p>
      <TextArea label={t('people.words')} hint={t('people.wordsHint')} optional rows={4} maxLength={limits.remarkChars} value={text} onChange={setText} />
      <ProblemNotice problem={problem} />
    </Dialog>
  );
}

/** What one wrote to all of these and none of them received: it is not written a second time. */
function wordsBefore(people: readonly PersonProgress[]): string {
  const words = new Set(people.map(({ reminder }) => (reminder?.state === 'failed' ? reminder.text ?? '' : '')));
  return words.size === 1 ? [...words][0]! : '';
}
