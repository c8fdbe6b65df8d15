import { registerPart } from '../../../protocol/live/parts.ts';
import { observationPart } from '../../../protocol/observation/part.ts';
import { LiveClient } from '../../../client/live/client.ts';
import { runConnectionTest } from '../../../client/media/connectionTest.ts';
import { createMediaEngine } from '../../../client/media/engine.ts';
import { lean } from './lean.ts';

/** A page with the live connection and the media engine and nothing else, for tests of the two. */
const session = new URLSearchParams(location.search).get('session') ?? '';
const live = new LiveClient(session, { isLoaded: () => false, load: () => Promise.resolve(registerPart(observationPart)) });
const engine = createMediaEngine(live, { remember: `media ${session}` });

/** As a tile does. */
function show(publication: string, widthPx: number): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.width = widthPx;
  document.body.append(video);
  const forget = engine.want(publication, { visible: true, widthPx });
  const attach = (): void => {
    const track = engine.getSnapshot().remote[publication]?.track;
    const shown = video.srcObject instanceof MediaStream ? video.srcObject.getTracks()[0] : undefined;
    if (track !== shown) video.srcObject = track ? new MediaStream([track]) : null;
  };
  const stop = engine.subscribe(attach);
  video.addEventListener('hide', () => {
    stop();
    forget();
    video.remove();
  });
  attach();
  return video;
}

const bench = { live, engine, show, runConnectionTest, lean };
declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
live.connect();
