import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import css from './QrCode.module.css';

interface Drawing {
  readonly size: number;
  readonly path: string;
}

/** A link as a QR code, to be read by a phone. Always dark on white, because readers expect that. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const [drawing, setDrawing] = useState<Drawing>();
  useEffect(() => {
    let wanted = true;
    const show = async (): Promise<void> => {
      const done = await draw(text);
      if (wanted) setDrawing(done);
    };
    void show();
    return () => {
      wanted = false;
    };
  }, [text]);
  if (!drawing) return <div className={css['code']} aria-hidden="true" />;
  const quiet = 4;
  const side = drawing.size + 2 * quiet;
  return (
    <svg className={css['code']} viewBox={`${-quiet} ${-quiet} ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}

async function draw(text: string): Promise<Drawing> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  }
  return { size, path };
}
