import type { Box } from '../layout.ts';

/** cover fills its place and cuts a little off; whole never cuts. */
export type Fit = 'cover' | 'whole';

/** Where a picture lies in the element that shows it; with cover it reaches beyond. CSS pixels from the element's top left corner. */
export interface PicturePlace extends Box {
  readonly left: number;
  readonly top: number;
}

/** More than this cut off, and one no longer sees what the camera shows: then it is shown whole. */
const CUT_AT_MOST = 0.62;

/** Whether so much of a picture would be cut off that it is shown whole after all. */
export function cutsMuch(picture: Box, element: Box): boolean {
  if (picture.width * picture.height * element.width * element.height === 0) return false;
  const ratio = (picture.width / picture.height) / (element.width / element.height);
  return 1 - Math.min(ratio, 1 / ratio) > CUT_AT_MOST;
}

/** The place of the whole picture, as the browser lays it out. Nothing has a place while one of the sizes is unknown. */
export function pictureBox(picture: Box, element: Box, fit: Fit): PicturePlace {
  if (picture.width * picture.height * element.width * element.height === 0) return { left: 0, top: 0, width: 0, height: 0 };
  const whole = fit === 'whole' || cutsMuch(picture, element);
  const across = element.width / picture.width;
  const down = element.height / picture.height;
  const scale = whole ? Math.min(across, down) : Math.max(across, down);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: (element.width - width) / 2, top: (element.height - height) / 2, width, height };
}
