import { Suspense, useCallback, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { holds } from '../../../protocol/live/audience.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { PersonMenu } from '../people/PersonMenu.tsx';
import { useCellPart } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { usePublication, useQuality, useShownTrack } from '../live/useMedia.ts';
import type { Rect, TileSize } from './arrange.ts';
import { usePictureLayer } from './layers.ts';
import { Picture } from './Picture.tsx';
import { QualityBars } from './QualityBars.tsx';
import { TileBadges } from './TileBadges.tsx';
import { useWanted } from './useWanted.ts';
import css from './Tile.module.css';

/** Somebody on the stage: their camera or their face's place, and always their name. */
export function Tile({ id, rect, size }: { readonly id: ParticipantId; readonly rect: Rect; readonly size: TileSize }): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const { you } = useLive();
  const heard = useSession(useCallback((state: SessionState) => state.participants[id] !== undefined && holds(state, state.participants[id], 'media.microphone'), [id]));
  const person = useSession(useCallback((state: SessionState) => state.participants[id], [id]));
  const camera = usePublication(id, 'camera');
  const microphone = usePublication(id, 'microphone');
  const track = useShownTrack(id, 'camera');
  const quality = useQuality(id);
  const speaks = useCellPart(room.speaking.now, useCallback((speaking: ReadonlySet<string>) => speaking.has(id), [id]));
  const layer = usePictureLayer(id);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const box = useRef<HTMLLIElement>(null);
  useWanted(box, id === you || camera?.paused !== false ? undefined : camera.id);
  if (!person) return null;
  const fit = layer && size !== 'strip' ? 'whole' : 'cover';
  const muted = microphone === undefined || microphone.paused;
  return (
    <li
      ref={box} style={placeOf(rect)} data-participant={id}
      className={cx(css['tile'], css[size], speaks && !muted && css['speaks'], !person.connected && css['lost'])}
    >
      {track
        ? <Picture track={track} fit={fit} mirrored={id === you && !layer} onVideo={layer && setVideo} label={t('tile.picture', { name: person.name })} />
        : <div className={css['face']}><Avatar name={person.name} size={faceSize(rect)} /></div>}
      {layer && <Suspense><layer.Content participant={id} video={video} fit={fit} size={size} /></Suspense>}
      {!person.connected && <p className={css['gone']}><Icon name="lineOff" size={18} />{t('tile.lost')}</p>}
      <TileBadges id={id} />
      <div className={css['who']}>
        {muted && heard && <span className={css['muted']} role="img" aria-label={t('tile.muted')}><Icon name="microphoneOff" size={15} /></span>}
        <b className={css['name']}>{person.name}{id === you && ` (${t('you')})`}</b>
        {quality !== undefined && person.connected && <QualityBars level={quality} />}
        <span className={css['from']}>{person.administrationName}</span>
      </div>
      <PersonMenu person={person} className={css['menu']} />
    </li>
  );
}

export function placeOf(rect: Rect): CSSProperties {
  return { insetInlineStart: rect.x, insetBlockStart: rect.y, inlineSize: rect.width, blockSize: rect.height };
}

function faceSize(rect: Rect): number {
  return Math.round(Math.min(120, Math.max(36, Math.min(rect.width, rect.height) * 0.36)));
}
