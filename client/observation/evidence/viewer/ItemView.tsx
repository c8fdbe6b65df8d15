import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../../protocol/limits.ts';
import type { Annotation } from '../../../../protocol/observation/annotation.ts';
import { Icon } from '../../../ui/icons.tsx';
import { AnnotationEditor } from '../../annotate/AnnotationEditor.tsx';
import { useVisit } from '../../source.tsx';
import { useStamp } from '../../useStamp.ts';
import { firstPicture } from '../list.ts';
import type { Entry, Picture } from '../list.ts';
import { MaskSurface } from '../mask/MaskSurface.tsx';
import { MaskTools } from '../mask/MaskTools.tsx';
import type { DraftRegion, Hides } from '../mask/regions.ts';
import { useMasking } from '../mask/useMasking.ts';
import { useSendVersion } from '../useSendVersion.ts';
import { MarkTools } from '../review/MarkTools.tsx';
import type { Pencil } from '../review/MarkTools.tsx';
import { ReleaseDialog } from '../review/ReleaseDialog.tsx';
import { useNames } from '../useEvidence.ts';
import { About } from './About.tsx';
import { PictureStage } from './PictureStage.tsx';
import css from './Viewer.module.css';

const PdfStage = lazy(() => import('./PdfStage.tsx'));

interface Props {
  readonly entry: Entry;
  readonly onEditing: (isEditing: boolean) => void;
  /** `word`: what was decided, as a sentence. */
  readonly onDecided: (word: string) => void;
}

/** An item: the picture, and beside it either what is known of it, or the tools to mark or mask it. */
export function ItemView({ entry, onEditing, onDecided }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const [chosen, setChosen] = useState<string>();
  const [mode, setMode] = useState<'look' | 'mark' | 'mask'>('look');
  const names = useNames();
  const stamp = useStamp()(entry.capturedAt);
  const picture = entry.pictures.find((one) => one.id === chosen) ?? firstPicture(entry)!;
  const label = t('picture.label', { item: names.item(entry), time: stamp.own });
  const enter = (next: typeof mode): void => {
    setMode(next);
    onEditing(next !== 'look');
  };
  const isPdf = picture.pictured.content.mime === 'application/pdf';
  if (mode === 'mark') {
    return (
      <Marking
        entry={entry} picture={picture} label={label} onCancel={() => enter('look')}
        onSaved={(id) => {
          setChosen(id);
          enter('look');
        }}
      />
    );
  }
  if (mode === 'mask') {
    return (
      <MaskingView
        entry={entry} picture={picture} label={label} onCancel={() => enter('look')}
        onDecided={() => {
          // What went out is what is shown now, and not what was masked.
          setChosen(undefined);
          enter('look');
          onDecided(t('decide.released', { item: names.item(entry) }));
        }}
      />
    );
  }
  return (
    <div className={css['frame']}>
      <Stage>
        {!picture.isStored ? <div className={css['message']}><Icon name="upload" size={32} /><p>{t(entry.state === 'discarded' ? 'picture.never' : 'picture.onItsWay')}</p></div>
          : isPdf ? <Suspense fallback={null}><PdfStage evidence={entry.id} picture={picture} label={label} /></Suspense>
            : <PictureStage evidence={entry.id} picture={picture} label={label} />}
      </Stage>
      <About entry={entry} picture={picture} onChoose={(one) => setChosen(one.id)} onMark={isPdf ? undefined : () => enter('mark')} onMask={isPdf ? undefined : () => enter('mask')} onDecided={onDecided} />
    </div>
  );
}

function Stage({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className={css['stage']} data-scheme="dark">{children}</div>;
}

interface EditorProps {
  readonly entry: Entry;
  readonly picture: Picture;
  readonly label: string;
  readonly onCancel: () => void;
}

function Marking({ entry, picture, label, onCancel, onSaved }: EditorProps & { readonly onSaved: (version: string) => void }): ReactNode {
  const { run, observation } = useVisit();
  const [pencil, setPencil] = useState<Pencil>({ tool: 'arrow', ink: 'red', byKey: false });
  const [added, setAdded] = useState<readonly Annotation[]>([]);
  const [isBusy, setBusy] = useState(false);
  const marks = [...picture.marks, ...added];
  const save = async (): Promise<void> => {
    setBusy(true);
    // What is out is marked on top of what is out: a mark-up from before the release is no version of it.
    const out = observation.evidence.released[entry.id];
    const of = out && !out.markups.some((one) => one.id === picture.id) ? out.version : picture.id;
    const id = await run('evidence.markUp', { evidence: entry.id, of, marks: [...marks] });
    setBusy(false);
    if (id !== undefined) onSaved(id);
  };
  return (
    <div className={css['frame']}>
      <Stage>
        <PictureStage
          evidence={entry.id} picture={picture} label={label}
          over={({ width, height }) => (
            <AnnotationEditor
              marks={marks} width={width} height={height} tool={pencil.tool} ink={pencil.ink} focused={pencil.byKey}
              onAdd={(mark) => setAdded((before) => picture.marks.length + before.length < limits.annotations ? [...before, mark] : before)}
            />
          )}
        />
      </Stage>
      <MarkTools
        pencil={pencil} count={marks.length} added={added.length} isBusy={isBusy} onPencil={setPencil} onUndo={() => setAdded(added.slice(0, -1))}
        onSave={() => void save()} onCancel={onCancel}
      />
    </div>
  );
}

function MaskingView({ entry, picture, label, onCancel, onDecided }: EditorProps & { readonly onDecided: () => void }): ReactNode {
  const send = useSendVersion();
  const [regions, setRegions] = useState<readonly DraftRegion[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [hides, setHides] = useState<Hides>('person');
  const [isSolid, setSolid] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [masking, start] = useMasking(send);
  const release = async (): Promise<void> => {
    setAsked(false);
    if (await start({ evidence: entry.id, of: picture.file, regions })) onDecided();
  };
  return (
    <div className={css['frame']}>
      <Stage>
        <PictureStage
          evidence={entry.id} picture={picture} label={label}
          over={() => <MaskSurface regions={regions} chosen={chosen} hides={hides} isSolid={isSolid} onRegions={setRegions} onChoose={setChosen} />}
        />
      </Stage>
      <MaskTools
        regions={regions} chosen={chosen} hides={hides} isSolid={isSolid} masking={masking} onRegions={setRegions} onChoose={setChosen} onHides={setHides}
        onSolid={setSolid} onRelease={() => setAsked(true)} onCancel={onCancel}
      />
      {isAsked && <ReleaseDialog entry={entry} masked={regions.length + picture.regions.length} marks={0} onClose={() => setAsked(false)} onConfirm={() => void release()} />}
    </div>
  );
}
