import { routePaths } from '../../protocol/routes/paths.ts';
import type { RouteName, RouteReply } from '../../protocol/routes/table.ts';
import { address } from './address.ts';
import type { RouteParams } from './address.ts';
import { answer } from './api.ts';
import type { Answer } from './problem.ts';

export interface Upload<N extends RouteName> {
  readonly params: RouteParams<N>;
  readonly query?: Readonly<Record<string, string>>;
  readonly file: Blob;
  /** Share of the bytes that are sent, 0 to 1. At 1 the server still has to look at the file. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Sends a file as the body of a route, with progress; fetch has none. Stopped by the signal: client.stopped. */
export function upload<N extends RouteName>(name: N, { params, query, file, onProgress, signal }: Upload<N>): Promise<Answer<RouteReply<N>>> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve({ ok: false, error: { code: 'client.stopped' } });
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const end = (result: Answer<RouteReply<N>>): void => {
      signal?.removeEventListener('abort', stop);
      resolve(result);
    };
    request.open(routePaths[name].method, address(name, params, query));
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => end(answer(request.status, request.responseText)));
    request.addEventListener('error', () => end({ ok: false, error: { code: 'client.offline' } }));
    request.addEventListener('abort', () => end({ ok: false, error: { code: 'client.stopped' } }));
    signal?.addEventListener('abort', stop);
    request.send(file);
  });
}
