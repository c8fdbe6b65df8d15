import { orientationOf, withoutPlace } from './jpegHeader.ts';
import { drawn, jpegOf } from './pictures.ts';

/** What ImageCapture says of a device (W3C MediaStream Image Capture); not every browser has it, and TypeScript does not know it. */
interface PhotoCamera {
  getPhotoCapabilities(): Promise<{ readonly imageWidth?: { readonly max: number }; readonly imageHeight?: { readonly max: number } }>;
  takePhoto(settings?: { readonly imageWidth?: number; readonly imageHeight?: number }): Promise<Blob>;
  grabFrame(): Promise<ImageBitmap>;
}
type PhotoCameras = new (track: MediaStreamTrack) => PhotoCamera;

/** A device that takes longer has not heard. */
const PHOTO_MS = 6_000;
const QUALITY = 0.94;

/**
 * A still of what a camera sees, as JPEG that stands upright: the device's own photo at its largest where there is
 * ImageCapture, else the frame at the track's native size. Rejects when the camera gives nothing.
 */
export async function stillOf(track: MediaStreamTrack): Promise<Blob> {
  const camera = cameraOf(track);
  if (camera) {
    const photo = await photoBy(camera).catch(() => undefined);
    if (photo) return photo;
    const frame = await camera.grabFrame().catch(() => undefined);
    if (frame) return drawnOff(frame);
  }
  return frameOf(track);
}

function cameraOf(track: MediaStreamTrack): PhotoCamera | undefined {
  const Cameras = (globalThis as { readonly ImageCapture?: PhotoCameras }).ImageCapture;
  try {
    return Cameras && new Cameras(track);
  } catch {
    return undefined;
  }
}

async function photoBy(camera: PhotoCamera): Promise<Blob | undefined> {
  const { imageWidth, imageHeight } = await camera.getPhotoCapabilities().catch(() => ({ imageWidth: undefined, imageHeight: undefined }));
  const largest = imageWidth && imageHeight && imageWidth.max > 0 && imageHeight.max > 0
    ? camera.takePhoto({ imageWidth: imageWidth.max, imageHeight: imageHeight.max }).catch(() => camera.takePhoto())
    : camera.takePhoto();
  const photo = await within(PHOTO_MS, largest);
  return photo && photo.size > 0 ? uprightJpeg(photo) : undefined;
}

/** The camera's own bytes, but for where it was, where they are a JPEG that stands upright; drawn anew where they are not. */
async function uprightJpeg(photo: Blob): Promise<Blob> {
  if (photo.type === 'image/jpeg' && (await orientationOf(photo)) === 1) return withoutPlace(photo);
  return drawnOff(await createImageBitmap(photo));
}

async function drawnOff(frame: ImageBitmap): Promise<Blob> {
  try {
    return await jpegOf(drawn(frame, frame), QUALITY);
  } finally {
    frame.close();
  }
}

/** The frame that the camera shows now, through a video of its own so that nothing on the screen scales it. */
async function frameOf(track: MediaStreamTrack): Promise<Blob> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await within(PHOTO_MS, video.play());
    if (video.videoWidth === 0) throw new Error('the camera gives no picture');
    return await jpegOf(drawn(video, { width: video.videoWidth, height: video.videoHeight }), QUALITY);
  } finally {
    video.srcObject = null;
  }
}

function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout>;
  return Promise.race([
    promise.finally(() => clearTimeout(timer)),
    new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), ms);
    }),
  ]);
}
