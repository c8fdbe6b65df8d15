import type { Page } from 'playwright-core';

/** Where the person stands in every picture, fractions of it. */
export const person = { x: 0.62, y: 0.3, width: 0.14, height: 0.55 } as const;
/** Their jacket: a colour that is nowhere else in it. */
const jacket = [240, 120, 20] as const;

export interface SitePicture {
  readonly content: Buffer;
  readonly thumbnail: Buffer;
}

/** A picture as a phone takes it at a loading dock, drawn by the browser: a container with its doors, a seal, a person beside it. */
export async function sitePicture(page: Page, words: string, size = { width: 1600, height: 1200 }): Promise<SitePicture> {
  const [content, thumbnail] = await page.evaluate(({ width, height, text, box, colour }) => {
    const draw = (across: number): string => {
      const canvas = document.createElement('canvas');
      canvas.width = across;
      canvas.height = Math.round(across * height / width);
      const context = canvas.getContext('2d')!;
      context.scale(across / width, across / width);
      const sky = context.createLinearGradient(0, 0, 0, height);
      sky.addColorStop(0, '#9fb6c4');
      sky.addColorStop(1, '#d9dfe0');
      context.fillStyle = sky;
      context.fillRect(0, 0, width, height);
      context.fillStyle = '#6f6a62';
      context.fillRect(0, height * 0.82, width, height * 0.18);
      context.fillStyle = '#7b3a2c';
      context.fillRect(width * 0.06, height * 0.14, width * 0.74, height * 0.7);
      context.strokeStyle = '#5d291e';
      context.lineWidth = width * 0.008;
      for (let x = 0.08; x < 0.8; x += 0.04) context.strokeRect(width * x, height * 0.16, 1, height * 0.66);
      context.fillStyle = '#c9cdd0';
      context.fillRect(width * 0.41, height * 0.16, width * 0.02, height * 0.66);
      context.fillStyle = '#f4d873';
      context.fillRect(width * 0.44, height * 0.52, width * 0.05, height * 0.09);
      context.fillStyle = '#ffffff';
      context.font = `600 ${width * 0.035}px sans-serif`;
      context.fillText(text, width * 0.1, height * 0.26);
      context.fillStyle = `rgb(${colour.join(' ')})`;
      context.fillRect(width * (box.x + 0.01), height * (box.y + 0.16), width * (box.width - 0.02), height * (box.height - 0.2));
      context.fillStyle = '#d8a98a';
      context.beginPath();
      context.arc(width * (box.x + box.width / 2), height * (box.y + 0.08), width * 0.045, 0, 7);
      context.fill();
      return canvas.toDataURL('image/jpeg', 0.9);
    };
    return [draw(width), draw(480)];
  }, { ...size, text: words, box: person, colour: [...jacket] });
  const bytes = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  return { content: bytes(content!), thumbnail: bytes(thumbnail!) };
}

/** What a page sees of a picture that it fetches: the darkest and lightest value of a channel in a part of it, 0 to 255. */
export function rangeIn(page: Page, url: string, part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }): Promise<{ readonly least: number; readonly most: number }> {
  return page.evaluate(async ({ from, x, y, width, height }) => {
    const response = await fetch(from);
    if (!response.ok) throw new Error(`${response.status}`);
    const bitmap = await createImageBitmap(await response.blob());
    const canvas = document.createElement('canvas');
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(Math.ceil(x * bitmap.width), Math.ceil(y * bitmap.height), Math.floor(width * bitmap.width), Math.floor(height * bitmap.height));
    let least = 255;
    let most = 0;
    for (let at = 0; at < data.length; at += 1) {
      if (at % 4 === 3) continue;
      least = Math.min(least, data[at]!);
      most = Math.max(most, data[at]!);
    }
    return { least, most };
  }, { from: url, ...part });
}
