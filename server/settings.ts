import { z } from 'zod';

/** 0 lets the system choose; for tests. */
const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(['0', '1', 'true', 'false', 'yes', 'no']).transform((text) => ['1', 'true', 'yes'].includes(text));

/** Every setting of the server: an environment variable, its form, its default. The README lists them. */
const schema = z.object({
  /** HTTP(S) port. */
  PORT: port.default(3000),
  /** Address to listen on. Default: this machine alone while DEMO is on, else every address. */
  HOST: z.string().min(1).max(255).optional(),
  /** The address that people type, when a proxy stands before the server: https://gangway.example */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  /** Where courses are authored as files. Default: those that ship, content/training. */
  COURSES_DIR: z.string().min(1).optional(),
  /** The IP address (or host name) that clients reach for media. Default: the address of HOST, or the machine's first. */
  MEDIA_ADDRESS: z.string().min(1).max(255).optional(),
  /** First media port; each worker takes one, counting up, for UDP and TCP. */
  MEDIA_PORT: port.default(40_000),
  /** mediasoup workers. Default: one a core. */
  MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
  MEDIASOUP_WORKER_BIN: z.string().min(1).optional(),
  /** PEM files. */
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  /** Makes a certificate of the server's own in the data directory; browsers warn once. */
  TLS_SELF_SIGNED: flag.default(false),
  /** turn:host:port or turns:host:port, several with a comma; short-lived credentials from TURN_SECRET (coturn's use-auth-secret). */
  TURN_URLS: z.string().regex(/^turns?:[^,\s]+(,turns?:[^,\s]+)*$/).optional(),
  TURN_SECRET: z.string().min(16).optional(),
  /** smtp://user:password@host:port. Without it mail is written to DATA_DIR/outbox. */
  MAIL_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(254).default('gangway@localhost'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** The demonstration. Default: on until a person is created. */
  DEMO: flag.optional(),
  /** Lets a monitoring machine read /metrics (Authorization: Bearer ...). */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** How many proxies in front set X-Forwarded-For and -Proto. 0: those headers are ignored. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
}).superRefine((settings, context) => {
  const together = (one: 'TLS_CERT' | 'TURN_URLS', other: 'TLS_KEY' | 'TURN_SECRET'): void => {
    if ((settings[one] === undefined) !== (settings[other] === undefined)) {
      context.addIssue({ code: 'custom', path: [settings[one] === undefined ? one : other], message: `is needed with ${settings[one] === undefined ? other : one}` });
    }
  };
  together('TLS_CERT', 'TLS_KEY');
  together('TURN_URLS', 'TURN_SECRET');
  if (settings.TLS_SELF_SIGNED && settings.TLS_CERT !== undefined) {
    context.addIssue({ code: 'custom', path: ['TLS_SELF_SIGNED'], message: 'contradicts TLS_CERT' });
  }
});

export type Settings = z.output<typeof schema>;

export class SettingsError extends Error {}

/** Parses the environment once. Throws a SettingsError that names each wrong variable. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.keys(schema.shape)
    .map((name) => [name, environment[name]])
    .filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new SettingsError(`These settings are wrong:\n${[...new Set(lines)].join('\n')}`);
}
