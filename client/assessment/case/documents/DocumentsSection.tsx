import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stageIds } from '../../../../protocol/assessment/case/ids.ts';
import type { CaseDocument } from '../../../../protocol/assessment/case/papers.ts';
import { address } from '../../../app/address.ts';
import { useViewerZone } from '../../../app/zone.ts';
import { useLocale } from '../../../i18n/useLocale.ts';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { fileSize } from '../../../ui/fileSize.ts';
import { Icon } from '../../../ui/icons.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { shortDate } from '../../../ui/timeFormats.ts';
import { PrivateMark } from '../PrivateMark.tsx';
import { useCase, usePersonName } from '../source.tsx';
import { useStageName } from '../useStages.ts';
import { FileDialog } from './FileDialog.tsx';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** The documents by stage: the joint ones, and those of one's own side alone. */
export function DocumentsSection(): ReactNode {
  const { t } = useTranslation('case');
  const stageName = useStageName();
  const { file: { papers }, may } = useCase();
  const [files, setFiles] = useState(false);
  const all = Object.values(papers.documents);
  const stages = stageIds.filter((stage) => all.some((one) => one.stage === stage));
  return (
    <section className={shared['section']}>
      <div className={shared['sectionHead']}>
        <h2>{t('documents.title', { count: all.length })}</h2>
        {may('case.write') && <Button look="line" icon="upload" onClick={() => setFiles(true)}>{t('documents.file')}</Button>}
      </div>
      {all.length === 0 && <EmptyState icon="document" title={t('documents.none')}>{t('documents.noneText')}</EmptyState>}
      {stages.map((stage) => (
        <section key={stage} className={shared['section']}>
          <h3>{stageName(stage)}</h3>
          <ul className={css['list']}>
            {all.filter((one) => one.stage === stage).toSorted((a, b) => b.at - a.at).map((one) => <DocumentItem key={one.id} document={one} />)}
          </ul>
        </section>
      ))}
      {files && <FileDialog onClose={() => setFiles(false)} />}
    </section>
  );
}

function DocumentItem({ document }: { readonly document: CaseDocument }): ReactNode {
  const { t } = useTranslation('case');
  const locale = useLocale();
  const zone = useViewerZone();
  const person = usePersonName();
  const { session, me, participants, may, run } = useCase();
  const [asks, setAsks] = useState<'share' | 'remove'>();
  const isOurs = participants[document.by]?.administration === me.administration;
  const ask = async (): Promise<void> => {
    const done = asks === 'share' ? await run('case.shareDocument', { document: document.id }) : await run('case.removeDocument', { document: document.id });
    if (done) setAsks(undefined);
  };
  return (
    <li className={css['item']}>
      <Icon name="document" />
      <div className={css['itemWords']}>
        <b><a href={address('caseDocument', { session: session.id, document: document.id })} target="_blank" rel="noreferrer" className={shared['titleLink']}>{document.title}</a></b>
        <div className={css['itemMeta']}>
          {document.side !== undefined && <PrivateMark />}
          <span>{document.name}</span><span className={shared['num']}>{fileSize(document.bytes, locale)}</span>
          <span>{person(document.by)}, {shortDate(document.at, zone, locale)}</span>
        </div>
      </div>
      {may('case.write') && document.side !== undefined && <Button look="bare" icon="share" onClick={() => setAsks('share')}>{t('documents.share')}</Button>}
      {may('case.write') && isOurs && <IconButton icon="trash" label={t('documents.removeNamed', { title: document.title })} onClick={() => setAsks('remove')} />}
      {asks && (
        <ConfirmDialog
          title={t(`documents.${asks}Title`, { title: document.title })} confirm={t(`documents.${asks}`)} danger={asks === 'remove'}
          onConfirm={() => void ask()} onClose={() => setAsks(undefined)}
        >
          {t(`documents.${asks}Text`)}
        </ConfirmDialog>
      )}
    </li>
  );
}
