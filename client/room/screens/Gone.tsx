import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signInPath } from '../../app/paths.ts';
import { sessionFile } from '../../app/sessionFile.ts';
import { useLive, useLiveSnapshot } from '../../live/context.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { goneWay } from './goneWays.ts';
import type { GoneCode } from './goneWays.ts';
import css from './Screens.module.css';

/** No longer in the session: why, and the way back where there is one. */
export function Gone({ code, onAgain }: { readonly code: GoneCode; readonly onAgain: () => void }): ReactNode {
  const { t } = useTranslation(['room', 'errors', 'common', 'kinds']);
  const live = useLive();
  const title = useLiveSnapshot((snapshot) => snapshot.state?.session.title ?? '');
  const file = useLiveSnapshot(({ state }) => {
    const me = state?.participants[live.you];
    return state && me && sessionFile(state.session, me.role);
  }, (a, b) => a?.to === b?.to);
  const heading = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone with the room.
  useEffect(() => heading.current?.focus(), []);
  const { text, icon, way, verb, stop } = goneWay(code);
  return (
    <main className={css['screen']}>
      <div className={cx(css['card'], stop && css['stop'])}>
        <Icon name={icon} size={36} />
        <h1 ref={heading} tabIndex={-1}>{t(text === undefined ? 'gone.title' : `gone.${text}.title`, { title })}</h1>
        <p>{text === undefined ? t(`errors:${code}`) : t(`gone.${text}.text`, { title })}</p>
        <div className={css['actions']}>
          <ButtonLink to={`/sessions/${live.session}`} look="line">{t('gone.toSession')}</ButtonLink>
          {code === 'session.ended' && file && <ButtonLink look="primary" icon="document" to={file.to}>{t(`kinds:file.${file.of}`)}</ButtonLink>}
          {way === 'again' && <Button look="primary" onClick={onAgain}>{t(`gone.${verb}`)}</Button>}
          {way === 'reload' && <Button look="primary" onClick={() => location.reload()}>{t('common:reload')}</Button>}
          {way === 'signIn' && <ButtonLink look="primary" to={signInPath(location.pathname)}>{t('gone.signIn')}</ButtonLink>}
        </div>
        {stop && <p className={css['code']}>{code}</p>}
      </div>
    </main>
  );
}
