import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandedVersion } from '../../../protocol/training/views.ts';
import { address } from '../../app/address.ts';
import { useViewerZone } from '../../app/zone.ts';
import { Icon } from '../../ui/icons.tsx';
import { useFigures } from '../shared/words.ts';
import { FileSize } from './FileSize.tsx';
import css from './assignment.module.css';

interface Props {
  readonly edition: string;
  readonly submission: string;
  readonly versions: readonly HandedVersion[];
}

/** What was handed in, the newest first. */
export function Versions({ edition, submission, versions }: Props): ReactNode {
  const { t } = useTranslation('training');
  const { moment } = useFigures();
  const zone = useViewerZone();
  return (
    <ol className={css['versions']}>
      {versions.toReversed().map((version) => (
        <li key={version.number}>
          <p className={css['label']}>{t('assignment.version', { number: version.number, at: moment(version.at, zone) })}</p>
          {version.text !== '' && <p className={css['quote']} dir="auto">{version.text}</p>}
          <ul className={css['files']}>
            {version.files.map((file) => (
              <li key={file.hash}><Icon name="document" /><span><a href={address('handedFile', { edition, submission, file: file.hash })} download={file.name}>{file.name}</a> <FileSize bytes={file.bytes} /></span></li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
