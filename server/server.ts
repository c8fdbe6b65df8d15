import type { Server as HttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { version as mediasoup } from 'mediasoup';
import { RefusalError } from '../protocol/errors.ts';
import { openCase } from './assessment/case/case.ts';
import { openMeeting } from './assessment/meeting/meeting.ts';
import { classHandlers } from './class/class.ts';
import { keepGroupTime } from './class/clock.ts';
import { openCompendium } from './compendium/compendium.ts';
import { openDecks } from './decks/decks.ts';
import { prepareDemo } from './demo/demo.ts';
import { showTraining } from './demo/training/training.ts';
import { showCase } from './demo/case/case.ts';
import { showCeremony } from './demo/ceremony/ceremony.ts';
import { showClass } from './demo/class/class.ts';
import { showMeeting } from './demo/meeting/meeting.ts';
import { showVisit } from './demo/visit/visit.ts';
import { NeededFiles } from './files/needed.ts';
import { openAddresses } from './http/address.ts';
import { createApp } from './http/app.ts';
import { createHttp, listen, reachableAt } from './http/listen.ts';
import { serveClient } from './http/static.ts';
import { openCertificate } from './http/tls.ts';
import { participantOf } from './identity/caller.ts';
import { openIdentity } from './identity/identity.ts';
import { Connections } from './live/connection.ts';
import { openGateway } from './live/gateway.ts';
import type { LiveHost } from './live/host.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { Mail } from './mail/mail.ts';
import { openTransport } from './mail/transport.ts';
import { openMedia } from './media/media.ts';
import { openObservation } from './observation/observation.ts';
import { operationsHandlers } from './operations/handlers.ts';
import { healthOf } from './operations/health.ts';
import { metricsAccess } from './operations/metricsAccess.ts';
import { openMetrics } from './operations/metrics.ts';
import { openSessions } from './sessions/sessions.ts';
import { openCeremony } from './ceremony/ceremony.ts';
import { openSigning } from './signing/signing.ts';
import type { Settings } from './settings.ts';
import { Closing } from './closing.ts';
import { explainStart } from './startError.ts';
import { openEmbeddedStore } from './store/embedded/open.ts';
import { openTraining } from './training/training.ts';
import { version } from './version.ts';

export interface ServerOptions {
  readonly log?: Log;
  /** The built client. Default: dist/client. */
  readonly clientDirectory?: string;
}

/** How somebody gets in: as a person of the demonstration, by the link for the first administrator (which ends one), or as usual. */
type FirstSteps = { readonly kind: 'demo' | 'first'; readonly link: string } | { readonly kind: 'usual' };

export interface RunningServer {
  /** Where a browser on this machine reaches it. */
  readonly url: string;
  /** Every address that people may type; the best one first. */
  readonly addresses: readonly string[];
  readonly port: number;
  readonly firstSteps: FirstSteps;
  readonly host: LiveHost;
  /** An orderly stop: nobody new, everybody told, everything on the disk. */
  close(): Promise<void>;
}

const BUILT_CLIENT = fileURLToPath(new URL('../dist/client', import.meta.url));
/** Uploads and the like, when the server stops. */
const FINISH_MS = 3_000;
const LOOPBACK = '127.0.0.1';

/** Throws a SettingsError, a StartError or a MediaStartError, whose messages say what to do, and then leaves nothing running. */
export async function startServer(settings: Settings, options: ServerOptions = {}): Promise<RunningServer> {
  const closing = new Closing();
  try {
    return await start(settings, options, closing);
  } catch (error) {
    await closing.run();
    throw explainStart(error, settings.DATA_DIR);
  }
}

async function start(settings: Settings, { log = openLog(settings.LOG_LEVEL), clientDirectory = BUILT_CLIENT }: ServerOptions, closing: Closing): Promise<RunningServer> {
  const { PORT, PUBLIC_URL, TRUSTED_PROXIES, METRICS_TOKEN, MAIL_FROM } = settings;
  const store = await openEmbeddedStore(settings.DATA_DIR);
  closing.add(() => store.close());
  for (const repair of store.status().repairs) log.warn({ repair }, 'the store was repaired');
  const certificate = await openCertificate(settings);
  const isSecure = certificate !== undefined;
  const addresses = openAddresses({ publicUrl: PUBLIC_URL, trustedProxies: TRUSTED_PROXIES, isSecure });
  const isSecureForPeople = isSecure || PUBLIC_URL?.startsWith('https:') === true;

  const identity = await openIdentity({ store, log, secure: isSecureForPeople, demoSetting: settings.DEMO });
  closing.add(() => identity.close());
  const mail = await Mail.open({ store, log, deliver: openTransport(settings) });
  closing.add(() => mail.close());
  const sessions = await openSessions({
    store, log, mail, mailFrom: MAIL_FROM, people: identity, guests: identity, addressOf: addresses.of,
    callerOf: (cookie, session) => identity.callerOf(cookie, session),
  });
  closing.add(() => sessions.close());
  const { host } = sessions;
  const connections = new Connections();

  const listenOn = settings.HOST ?? (identity.demo ? LOOPBACK : undefined);
  if (settings.HOST === undefined) identity.onDemoEnded(() => log.warn('the demonstration is over; start the server again to listen on all addresses'));
  const media = await openMedia({
    settings, host: listenOn, log,
    notify: (session, participant, name, payload) => connections.seated(session, participant)?.notify(name, payload),
  });
  closing.add(() => media.close());
  // First of all listeners but the directory: nobody is told of a change before the media follows it.
  host.onChange((live, change) => media.changed(live, change));
  const groupTime = keepGroupTime({ host, log });
  closing.add(() => groupTime.close());
  const needed = new NeededFiles(store.files);
  const observation = await openObservation({ store, host, needed, log, seatsOf: (participant) => sessions.seatsOf(participant) });
  const decks = openDecks({ store, log, needed });
  const signing = openSigning({ directory: settings.DATA_DIR });
  const ceremony = await openCeremony({ store, needed, signing });
  const training = await openTraining({
    store, host, needed, mail, log, mailFrom: MAIL_FROM, people: identity, schedule: sessions.schedule, addressOf: addresses.of, directory: settings.COURSES_DIR,
    attachDeck: (session, file) => decks.attachFile(session, file), seal: async (pdf) => (await signing.seal(pdf)).pdf,
  });
  const compendium = await openCompendium(store);
  const cases = await openCase({ store, host, needed, log, seatsOf: (participant) => sessions.seatsOf(participant) });
  await observation.catchUp();
  const demoSessions = await prepareDemo({
    store, identity, log, schedule: sessions.schedule, end: sessions.end,
    attachDeck: (session, file) => decks.attachFile(session, file),
    fill: { observation: (session, now) => showVisit(session, { attach: observation.attach, now }), case: showCase, class: showClass, ceremony: showCeremony, assessment: showMeeting },
    link: cases.link,
  });
  await showTraining({ base: training.base, identity, session: demoSessions.get('class'), address: PUBLIC_URL ?? `http://localhost:${PORT}` });

  const metrics = openMetrics({
    sessionsOpen: () => host.openCount, connections: () => connections.count, workers: () => media.status(), media: () => media.figures(),
    store: () => store.status(), mailWaiting: () => mail.waiting,
  });
  closing.add(() => metrics.close());
  const health = () => healthOf({
    version, mediasoup, workers: media.status(), isMediaReady: media.ready, store: store.status(), isStopping: closing.isUnderWay,
  });
  const { originAllowed } = addresses;
  const app = createApp({
    handlers: { ...operationsHandlers(health, metrics), ...identity.handlers, ...sessions.handlers, ...decks.handlers, ...observation.handlers, ...cases.handlers, ...compendium.handlers, ...openMeeting({ store, log }).handlers, ...classHandlers, ...training.handlers, ...ceremony.handlers, ...signing.handlers },
    host, originAllowed, log, trustedProxies: TRUSTED_PROXIES, secure: isSecureForPeople,
    callerOf: (cookie, session) => session === undefined ? identity.callerOf(cookie) : sessions.callerOf(cookie, session),
    mayReadMetrics: metricsAccess(METRICS_TOKEN, TRUSTED_PROXIES),
    gates: { training: training.admit },
    client: await serveClient(clientDirectory),
    answered: metrics.request,
  });
  const http = createHttp(certificate, app);
  const gateway = openGateway({
    http, host, connections, media: media.seats, mediaRequests: media.requests, originAllowed, log, answered: metrics.frame,
    seatOf: async (cookie, session) => {
      const caller = await sessions.callerOf(cookie, session);
      if (caller.kind === 'nobody') return undefined;
      const participant = sessions.exists(session) ? participantOf(caller, (await host.get(session)).state) : undefined;
      if (!participant) throw new RefusalError('session.absent');
      return { session, participant: participant.id, signIn: caller.signIn };
    },
  });
  closing.add(() => hangUp(http, gateway));
  identity.onSignInEnded((signIn) => {
    for (const connection of connections.all()) if (connection.signIn === signIn) connection.end('identity.required');
  });
  host.onChange((live, { events }) => {
    if (events.some((event) => event.type === 'session.ended')) {
      identity.endGuestsOf(live.id).catch((error: unknown) => log.error({ err: error }, 'guests of an ended session could not be signed out'));
    }
  });

  const port = await listen(http, PORT, listenOn);
  const local = reachableAt(isSecure ? 'https' : 'http', listenOn, port);
  const known = PUBLIC_URL === undefined ? local : [new URL(PUBLIC_URL).origin];
  log.info({ port, host: listenOn ?? 'all', demo: identity.demo }, 'listening');
  return { url: local[0]!, addresses: known, port, host, firstSteps: await firstSteps(identity, known[0]!), close: () => closing.run() };
}

async function firstSteps(identity: { readonly demo: boolean; firstRunLink(): Promise<string | undefined> }, address: string): Promise<FirstSteps> {
  const path = await identity.firstRunLink();
  return path === undefined ? { kind: 'usual' } : { kind: identity.demo ? 'demo' : 'first', link: address + path };
}

/** Nothing new from here on, everybody connected is told; what is being answered has a moment to finish. */
async function hangUp(http: HttpServer, gateway: { close(): Promise<void> }): Promise<void> {
  const timer = setTimeout(() => http.closeAllConnections(), FINISH_MS);
  await gateway.close();
  clearTimeout(timer);
}
