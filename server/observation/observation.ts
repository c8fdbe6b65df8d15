import type { RouteHandlers } from '../http/call.ts';
import type { NeededFiles } from '../files/needed.ts';
import type { LiveHost } from '../live/host.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { awaitedHandlers } from './awaited.ts';
import type { SeatsOf } from './awaited.ts';
import { Discards } from './evidence/discards.ts';
import { EvidenceFiles } from './evidence/kept.ts';
import { Receiver } from './evidence/receiver.ts';
import { serveHandlers } from './evidence/serve.ts';
import { openUploads } from './evidence/uploads.ts';
import type { Uploads } from './evidence/uploads.ts';
import { packageHandlers } from './package/handlers.ts';
import { reportHandlers } from './report/handlers.ts';
import { visitHandlers } from './visit.ts';

export interface ObservationOptions {
  readonly store: Store;
  readonly host: LiveHost;
  readonly needed: NeededFiles;
  readonly seatsOf: SeatsOf;
  readonly log: Log;
}

export interface ObservationPart {
  readonly handlers: Pick<RouteHandlers, 'awaitedConsents' | 'visit' | 'uploadState' | 'uploadPart' | 'evidenceFile' | 'reportPdf' | 'reportJson' | 'evidencePackage'>;
  readonly attach: Uploads['attach'];
  /** Once everybody who keeps files is there: removes what the process did not come to before it ended. */
  catchUp(): Promise<void>;
}

/** What a visit has beyond its state: the bytes of its evidence. */
export async function openObservation({ store, host, needed, seatsOf, log }: ObservationOptions): Promise<ObservationPart> {
  const files = await EvidenceFiles.open(store, needed);
  const receiver = new Receiver();
  const discards = new Discards({ store, host, files, receiver, log });
  const uploads = openUploads({ store, needed, files, receiver });
  return {
    attach: uploads.attach,
    handlers: {
      ...visitHandlers, ...awaitedHandlers(host, seatsOf), ...uploads.handlers, ...serveHandlers(store.files),
      ...reportHandlers({ store, log }), ...packageHandlers({ store, log }),
    },
    catchUp: () => discards.catchUp(),
  };
}
