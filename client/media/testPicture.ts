/** A picture that never repeats, so that a line shows what it can carry. */
export interface TestPicture {
  readonly track: MediaStreamTrack;
  stop(): void;
}

const FPS = 25;

export function paintTestPicture(width = 960, height = 540): TestPicture | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context || typeof canvas.captureStream !== 'function') return undefined;
  // Coarse noise: fine noise would keep the encoder busier than the line.
  const noise = context.createImageData(width / 4, height / 4);
  const paper = document.createElement('canvas');
  paper.width = noise.width;
  paper.height = noise.height;
  const paint = (): void => {
    for (let at = 0; at < noise.data.length; at += 4) {
      const shade = Math.random() * 255;
      noise.data[at] = shade;
      noise.data[at + 1] = 255 - shade;
      noise.data[at + 2] = (shade * 7) % 255;
      noise.data[at + 3] = 255;
    }
    paper.getContext('2d')?.putImageData(noise, 0, 0);
    context.drawImage(paper, 0, 0, width, height);
  };
  paint();
  const timer = setInterval(paint, 1000 / FPS);
  const [track] = canvas.captureStream(FPS).getVideoTracks();
  return track && {
    track,
    stop() {
      clearInterval(timer);
      track.stop();
    },
  };
}
