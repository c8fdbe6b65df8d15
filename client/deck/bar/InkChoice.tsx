import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { inks } from '../../../protocol/live/marks.ts';
import type { Ink } from '../../../protocol/live/marks.ts';
import { iconButtonClass } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useOverlayHost } from '../../ui/overlayHost.ts';
import popover from '../../ui/Popover.module.css';
import { inkColours } from '../ink/tools.ts';
import css from './bar.module.css';

interface Props {
  readonly ink: Ink;
  readonly onInk: (ink: Ink) => void;
  readonly open: boolean;
}

/** The colour to draw with, always with its word. */
export function InkChoice({ ink, onInk, open }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const host = useOverlayHost();
  if (open) {
    return (
      <div className={css['inks']} role="group" aria-label={t('ink.label')}>
        {inks.map((one) => (
          <button key={one} type="button" className={css['ink']} aria-pressed={one === ink} onClick={() => onInk(one)}>
            <Swatch ink={one} />{t(`ink.${one}`)}
          </button>
        ))}
      </div>
    );
  }
  const label = t('ink.now', { ink: t(`ink.${ink}`) });
  return (
    <MenuTrigger>
      <AriaButton className={iconButtonClass()} aria-label={label}><Swatch ink={ink} /></AriaButton>
      <Popover {...host} className={popover['popover'] ?? ''} placement="top">
        <AriaMenu className={popover['list'] ?? ''} aria-label={t('ink.label')} selectionMode="single" selectedKeys={[ink]} disallowEmptySelection onAction={(key) => onInk(key as Ink)}>
          {inks.map((one) => (
            <MenuItem key={one} id={one} textValue={t(`ink.${one}`)} className={popover['item'] ?? ''}>
              {({ isSelected }) => <><Swatch ink={one} /><span className={popover['words']}>{t(`ink.${one}`)}</span>{isSelected && <Icon name="check" />}</>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Swatch({ ink }: { readonly ink: Ink }): ReactNode {
  return <span className={css['swatch']} style={{ background: inkColours[ink] }} aria-hidden="true" />;
}
