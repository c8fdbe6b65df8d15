import { useCallback, useState } from 'react';

/** What cameras of phones can do beside filming (W3C MediaStream Image Capture); TypeScript does not know it. */
interface Abilities {
  readonly torch?: boolean;
  readonly zoom?: { readonly min: number; readonly max: number };
}

export interface TrackTools {
  /** undefined: this camera has no light. */
  readonly torch?: boolean;
  readonly setTorch: (on: boolean) => void;
  /** The magnifications that one press after the other goes through; fewer than two: there is no zoom. */
  readonly zooms: readonly number[];
  readonly zoom: number;
  readonly nextZoom: () => void;
}

const steps = [1, 2, 4, 8] as const;

/** Light and zoom, where the camera has them. */
export function useTrackTools(track: MediaStreamTrack | undefined): TrackTools {
  const [known, setKnown] = useState<MediaStreamTrack>();
  const [torch, setTorchShown] = useState(false);
  const [zoom, setZoom] = useState(1);
  // Another camera begins without light, at its own size.
  if (known !== track) {
    setKnown(track);
    setTorchShown(false);
    setZoom(1);
  }
  const abilities = abilitiesOf(track);
  const zooms = zoomsWithin(abilities.zoom);
  const apply = useCallback(async (wish: { readonly torch?: boolean; readonly zoom?: number }): Promise<boolean> => {
    try {
      await track?.applyConstraints({ advanced: [wish as MediaTrackConstraintSet] });
      return true;
    } catch {
      return false;
    }
  }, [track]);
  
  return {
    ...(abilities.torch ? { torch } : {}), zooms, zoom,
    setTorch: (on) => void light(on),
    nextZoom: () => void enlarge(zooms[(zooms.indexOf(zoom) + 1) % Math.max(1, zooms.length)] ?? 1),
  };

  async function light(on: boolean): Promise<void> {
    if (await apply({ torch: on })) setTorchShown(on);
  }

  async function enlarge(times: number): Promise<void> {
    if (await apply({ zoom: times })) setZoom(times);
  }
}

export function zoomsWithin(range: Abilities['zoom']): readonly number[] {
  return range ? steps.filter((step) => step <= range.max && (step > 1 || range.min <= 1)) : [];
}

function abilitiesOf(track: MediaStreamTrack | undefined): Abilities {
  return typeof track?.getCapabilities === 'function' ? track.getCapabilities() as Abilities : {};
}
