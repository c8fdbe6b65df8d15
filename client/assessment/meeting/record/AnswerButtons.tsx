import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newestOf, standingOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Outcome } from '../../../../protocol/assessment/meeting/outcomes.ts';
import { limits } from '../../../../protocol/limits.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { useMeeting } from '../source.tsx';
import css from '../meeting.module.css';

/** The head of a delegation agrees to what was read back, or refuses with a remark. */
export function AnswerButtons({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const { t } = useTranslation(['meeting', 'common']);
  const { me, may, run } = useMeeting();
  const [refuses, setRefuses] = useState(false);
  const [remark, setRemark] = useState('');
  const newest = newestOf(outcome);
  const given = newest.answers[me.administration];
  if (!may('delegation.lead') || !newest.asks?.includes(me.administration) || standingOf(newest) === 'agreed') return null;
  const answer = (agreed: boolean, why: string): void => {
    setRefuses(false);
    void run('outcome.answer', { outcome: outcome.id, number: newest.number, agreed, remark: why });
  };
  return (
    <div className={css['buttons']}>
      {given?.agreed !== true && <Button look="primary" icon="check" className={css['small']} onClick={() => answer(true, '')}>{t('outcome.agree')}</Button>}
      {given?.agreed !== false && <Button look="line" icon="close" className={css['small']} onClick={() => setRefuses(true)}>{t('outcome.refuse')}</Button>}
      {refuses && (
        <Dialog
          title={t('outcome.refuseTitle')} onClose={() => setRefuses(false)}
          actions={(
            <>
              <Button look="line" onClick={() => setRefuses(false)}>{t('common:cancel')}</Button>
              <Button look="primary" disabled={remark.trim() === ''} onClick={() => answer(false, remark)}>{t('outcome.refuse')}</Button>
            </>
          )}
        >
          <TextArea label={t('outcome.remark')} hint={t('outcome.remarkHint')} value={remark} rows={4} maxLength={limits.remarkChars} onChange={setRemark} />
        </Dialog>
      )}
    </div>
  );
}
