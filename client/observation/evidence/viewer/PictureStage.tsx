import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../app/address.ts';
import type { Size } from '../../../deck/view/geometry.ts';
import { Button } from '../../../ui/Button.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import { AnnotationLayer } from '../../annotate/AnnotationLayer.tsx';
import { useVisit } from '../../source.tsx';
import type { Picture } from '../list.ts';
import { ZoomStage } from './ZoomStage.tsx';
import css from './Viewer.module.css';

interface Props {
  readonly evidence: string;
  readonly picture: Picture;
  /** What it is a picture of. */
  readonly label: string;
  /** Something to work with in place of the marks; fills the picture. */
  readonly over?: (box: Size) => ReactNode;
}

/** A picture with its marks over it; the picture itself stays as it is. */
export function PictureStage({ evidence, picture, label, over }: Props): ReactNode {
  const { t } = useTranslation('evidence');
  const { session } = useVisit();
  const src = address('evidenceFile', { session: session.id, evidence, version: picture.file, part: 'content' });
  const { width, height } = picture.pictured.content;
  const [loaded, setLoaded] = useState<Size & { readonly src: string }>();
  const [failed, setFailed] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const natural = loaded?.src === src ? loaded : undefined;
  const size = natural ?? (width !== undefined && height !== undefined ? { width, height } : undefined);
  return (
    <ZoomStage label={label} size={size} isDrawing={over !== undefined}>
      {(box) => (
        <>
          <img
            key={`${src} ${attempt}`} className={css['picture']} src={src} alt={label} draggable={false} data-shown={natural !== undefined} decoding="async"
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setLoaded({ src, width: naturalWidth, height: naturalHeight })}
            onError={() => setFailed(src)}
          />
          {natural && (over ? over(box) : <AnnotationLayer marks={picture.marks} width={box.width} height={box.height} />)}
          {!natural && failed === src && (
            <div className={css['message']} role="alert">
              <p>{t('picture.failed')}</p>
              <Button
                look="line" icon="refresh"
                onClick={() => {
                  setFailed(undefined);
                  setAttempt(attempt + 1);
                }}
              >
                {t('picture.again')}
              </Button>
            </div>
          )}
          {!natural && failed !== src && <div className={css['message']}><Spinner size={28} /></div>}
        </>
      )}
    </ZoomStage>
  );
}
