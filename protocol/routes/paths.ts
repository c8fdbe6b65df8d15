import { trainingPaths } from '../training/paths.ts';

/**
 * Where each HTTP route is. Apart from the rows, because the client needs it at run time and must not load the schemas.
 * The rows of table.ts take method and path from here.
 */
export const routePaths = {
  health: { method: 'GET', path: '/healthz' },
  metrics: { method: 'GET', path: '/metrics' },

  me: { method: 'GET', path: '/api/me' },
  signIn: { method: 'POST', path: '/api/sign-in' },
  signOut: { method: 'POST', path: '/api/sign-out' },
  signOutEverywhere: { method: 'POST', path: '/api/sign-out-everywhere' },
  changeMe: { method: 'PATCH', path: '/api/me' },
  changePassword: { method: 'POST', path: '/api/me/password' },
  setup: { method: 'GET', path: '/api/setup/:token' },
  completeSetup: { method: 'POST', path: '/api/setup/:token' },
  demoPeople: { method: 'GET', path: '/api/demo' },
  demoSignIn: { method: 'POST', path: '/api/demo/sign-in' },
  administrations: { method: 'GET', path: '/api/administrations' },
  createAdministration: { method: 'POST', path: '/api/administrations' },
  changeAdministration: { method: 'PATCH', path: '/api/administrations/:administration' },
  people: { method: 'GET', path: '/api/people' },
  createPerson: { method: 'POST', path: '/api/people' },
  changePerson: { method: 'PATCH', path: '/api/people/:person' },
  directory: { method: 'GET', path: '/api/directory' },

  sessions: { method: 'GET', path: '/api/sessions' },
  createSession: { method: 'POST', path: '/api/sessions' },
  session: { method: 'GET', path: '/api/sessions/:session' },
  command: { method: 'POST', path: '/api/sessions/:session/commands' },
  addParticipants: { method: 'POST', path: '/api/sessions/:session/participants' },
  invitations: { method: 'GET', path: '/api/sessions/:session/invitations' },
  createInvitation: { method: 'POST', path: '/api/sessions/:session/invitations' },
  revokeInvitation: { method: 'DELETE', path: '/api/sessions/:session/invitations/:invitation' },
  readInvitation: { method: 'GET', path: '/api/invitations/:token' },
  acceptInvitation: { method: 'POST', path: '/api/invitations/:token' },
  calendar: { method: 'GET', path: '/api/sessions/:session/calendar.ics' },
  createDeck: { method: 'POST', path: '/api/sessions/:session/decks' },
  addDeckVersion: { method: 'POST', path: '/api/sessions/:session/decks/:deck/versions' },
  deckFile: { method: 'GET', path: '/api/sessions/:session/decks/:deck/:language' },

  awaitedConsents: { method: 'GET', path: '/api/consents' },
  visit: { method: 'GET', path: '/api/sessions/:session/visit' },
  uploadState: { method: 'GET', path: '/api/sessions/:session/evidence/:evidence/:version/:part/upload' },
  uploadPart: { method: 'POST', path: '/api/sessions/:session/evidence/:evidence/:version/:part/upload' },
  evidenceFile: { method: 'GET', path: '/api/sessions/:session/evidence/:evidence/:version/:part' },
  reportPdf: { method: 'GET', path: '/api/sessions/:session/reports/:number/pdf' },
  reportJson: { method: 'GET', path: '/api/sessions/:session/reports/:number/json' },
  evidencePackage: { method: 'GET', path: '/api/sessions/:session/package' },

  meeting: { method: 'GET', path: '/api/sessions/:session/meeting' },
  minutesPdf: { method: 'GET', path: '/api/sessions/:session/minutes/:number/pdf' },
  minutesJson: { method: 'GET', path: '/api/sessions/:session/minutes/:number/json' },

  classPlan: { method: 'GET', path: '/api/sessions/:session/class' },

  compendium: { method: 'GET', path: '/api/compendium' },
  tellEntry: { method: 'POST', path: '/api/compendium/entry' },
  withdrawEntry: { method: 'DELETE', path: '/api/compendium/entry' },
  compendiumExport: { method: 'GET', path: '/api/compendium/export/:part' },

  cases: { method: 'GET', path: '/api/cases' },
  caseStages: { method: 'GET', path: '/api/cases/stages' },
  caseFile: { method: 'GET', path: '/api/sessions/:session/case' },
  linkSession: { method: 'POST', path: '/api/sessions/:session/case/sessions' },
  unlinkSession: { method: 'DELETE', path: '/api/sessions/:session/case/sessions/:linked' },
  fileDocument: { method: 'POST', path: '/api/sessions/:session/case/documents' },
  caseDocument: { method: 'GET', path: '/api/sessions/:session/case/documents/:document' },
  comparisonPdf: { method: 'GET', path: '/api/sessions/:session/case/comparisons/:comparison/pdf' },

  ceremony: { method: 'GET', path: '/api/sessions/:session/ceremony' },
  ceremonyText: { method: 'POST', path: '/api/sessions/:session/ceremony/texts' },
  ceremonyCopies: { method: 'POST', path: '/api/sessions/:session/ceremony/copies' },
  ceremonyCopy: { method: 'GET', path: '/api/sessions/:session/ceremony/copies/:copy' },
  ceremonySign: { method: 'POST', path: '/api/sessions/:session/ceremony/copies/:copy/signatures' },
  ceremonySeal: { method: 'POST', path: '/api/sessions/:session/ceremony/record' },
  ceremonyRecord: { method: 'GET', path: '/api/sessions/:session/ceremony/record' },

  verify: { method: 'POST', path: '/api/verify' },
  authorityCertificate: { method: 'GET', path: '/api/authority.cer' },

  ...trainingPaths,
} as const satisfies Record<string, RoutePath>;

export interface RoutePath {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Express path. */
  readonly path: string;
}
