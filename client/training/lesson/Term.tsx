import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';
import type { GlossaryEntry } from '../../../protocol/training/course.ts';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import { languages } from '../../i18n/languages.ts';
import { cx } from '../../ui/cx.ts';
import { useOverlayHost } from '../../ui/overlayHost.ts';
import popover from '../../ui/Popover.module.css';
import css from './lesson.module.css';

/** A term of the field in running text: pressed, it says what it means, and what it is called in the other languages. */
export function Term({ entry, language, children }: { readonly entry: GlossaryEntry; readonly language: TrainingLanguage; readonly children: string }): ReactNode {
  const { t } = useTranslation('training');
  return (
    <DialogTrigger>
      {/* A button element would never break between its words, nor stay with the bracket before it. */}
      <Pressable><span role="button" className={css['term']} aria-label={t('glossary.explain', { term: children })}>{children}</span></Pressable>
      <Popover {...useOverlayHost()} className={cx(popover['popover'], css['card'])} placement="bottom start">
        <Dialog className={css['explained'] ?? ''} aria-label={entry[language].term} lang={languages[language].tag}>
          <b>{entry[language].term}</b>
          <p>{entry[language].definition}</p>
          <ul>
            {trainingLanguages.filter((one) => one !== language).map((one) => <li key={one} lang={languages[one].tag}><span lang={languages[one].tag}>{languages[one].name}</span> {entry[one].term}</li>)}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
