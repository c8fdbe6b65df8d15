import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../app/announcer.tsx';
import { useLive, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { toast } from '../../ui/Toast.tsx';
import { freezeFramesOf } from './freezeFrames.ts';
import { saidOfCameras } from './announcements.ts';
import { useProposal } from './proposals.ts';
import { useMainView } from './useMainView.ts';
import { useRequestWords } from './useRequestWords.ts';
import css from './directing.module.css';

/** What goes on with the cameras, said to who does not look there; and what somebody asks of who sets the view. */
export default function DirectingCompanion(): ReactNode {
  const { t } = useTranslation('directing');
  const live = useLive();
  const words = useRequestWords();
  useEffect(() => {
    // From now on this page knows what it showed when a camera is frozen.
    freezeFramesOf(live);
    let before = live.state();
    return live.subscribe(() => {
      const after = live.state();
      if (before && after && live.getSnapshot().status === 'joined') {
        const nameOf = (id: string): string => after.participants[id]?.name ?? '';
        for (const said of saidOfCameras(before, after, live.you)) {
          if ('who' in said) announce(t(`said.${said.key}`, { name: nameOf(said.who) }));
          else if (said.key === 'answered') announce(t(`said.answer.${said.answer}`, { name: nameOf(said.request.camera), request: words(said.request) }));
          else toast(t(`said.${said.key}`), 'turn');
        }
      }
      before = after;
    });
  }, [live, t, words]);
  return <ProposalNotice />;
}

function ProposalNotice(): ReactNode {
  const { t } = useTranslation(['directing', 'common']);
  const { proposal, done } = useProposal();
  const participants = useSession((state) => state.participants);
  const { maySet, set } = useMainView();
  const by = participants[proposal?.by ?? ''];
  const camera = participants[proposal?.camera ?? ''];
  return (
    <div role="status" className={css['noticePlace']}>
      {proposal && by && camera && maySet && (
        <div className={css['notice']}>
          <Icon name="pin" />
          <span>{t('main.proposed', { by: by.name, camera: camera.name })}</span>
          <Button
            look="primary" onClick={() => {
              set(camera.id, true);
              done();
            }}
          >
            {t('main.set')}
          </Button>
          <IconButton icon="close" label={t('common:close')} onClick={done} />
        </div>
      )}
    </div>
  );
}
