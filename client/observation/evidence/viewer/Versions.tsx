import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icons.tsx';
import type { IconName } from '../../../ui/icons.tsx';
import { useStamp } from '../../useStamp.ts';
import type { Picture } from '../list.ts';
import { useNames } from '../useEvidence.ts';
import css from './Viewer.module.css';

const icons: Readonly<Record<Picture['kind'], IconName>> = { original: 'still', mask: 'mask', markup: 'arrowMark' };

interface Props {
  readonly pictures: readonly Picture[];
  readonly chosen: Picture;
  readonly onChoose: (picture: Picture) => void;
}

/** Every version with who made it, when, and of which; the chosen one is what is shown, and what a decision is about. */
export function Versions({ pictures, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const names = useNames();
  const stamp = useStamp();
  const name = useVersionName();
  return (
    <section className={css['part']}>
      <h3>{t('versions')}</h3>
      <ul className={css['versions']}>
        {pictures.map((one) => {
          const at = stamp(one.at);
          const of = pictures.findIndex((each) => each.id === one.of);
          return (
            <li key={one.id}>
              <button type="button" className={css['version']} aria-pressed={one === chosen} data-version={one.id} data-kind={one.kind} onClick={() => onChoose(one)}>
                <Icon name={one.pictured.content.mime === 'application/pdf' ? 'document' : icons[one.kind]} />
                <span className={css['versionWords']}>
                  <b>{name(one, pictures)}</b>
                  <span><time dateTime={at.iso} title={at.both}>{at.own}</time> · {names.person(one.by)}</span>
                  {of >= 0 && <span>{t('version.of', { name: name(pictures[of]!, pictures) })}</span>}
                  {!one.isStored && <span>{t('version.onItsWay')}</span>}
                </span>
                {one.isReleased && <span className={css['out']}><Icon name="check" size={16} />{t('version.released')}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** "Original", "Mask 1", "Mark-up 2": counted by kind, in the order in which they were made. */
export function useVersionName(): (one: Picture, among: readonly Picture[]) => string {
  const { t } = useTranslation('evidence');
  return (one, among) => one.kind === 'original' ? t('version.original') : t(`version.${one.kind}`, { number: 1 + among.filter((each) => each.kind === one.kind).indexOf(one) });
}
