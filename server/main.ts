import { openLog } from './log.ts';
import { MediaStartError } from './media/worker.ts';
import { startServer } from './server.ts';
import type { RunningServer } from './server.ts';
import { readSettings, SettingsError } from './settings.ts';
import type { Settings } from './settings.ts';
import { StartError } from './startError.ts';

const WRONG_SETTINGS = 2;
/** An orderly stop takes a second or two; what still hangs after this is let go. */
const STOP_MS = 10_000;

function readOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    return exitWith(error);
  }
}

/** What a person who starts the server can mend is said without a stack trace. */
function exitWith(error: unknown): never {
  const isKnown = error instanceof SettingsError || error instanceof StartError || error instanceof MediaStartError;
  process.stderr.write(`${isKnown ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exit(error instanceof SettingsError ? WRONG_SETTINGS : 1);
}

function greeting({ addresses, firstSteps }: RunningServer): string {
  const lines = [`Gangway is ready: ${addresses.join('  or  ')}`];
  if (firstSteps.kind === 'demo') {
    lines.push(`Open ${addresses[0]} and choose a person of the demonstration.`);
    lines.push('To begin for real, which ends the demonstration: this link, for one use, makes the first administrator:', `  ${firstSteps.link}`);
    if (settings.HOST === undefined) lines.push('A demonstration listens on this machine alone. To be reached by others, start the server again once it has ended.');
  }
  if (firstSteps.kind === 'first') lines.push('No person exists yet. This link, for one use, makes the first administrator:', `  ${firstSteps.link}`);
  return lines.join('\n');
}

const settings = readOrExit();
const log = openLog(settings.LOG_LEVEL);

// A promise that nobody waited for is a mistake of ours, but no reason to end everybody's sessions.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was rejected and nobody looked'));

const starting = startServer(settings, { log });
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) process.exit(1);
  isStopping = true;
  setTimeout(() => process.exit(1), STOP_MS).unref();
  try {
    await (await starting).close();
    process.exit(0);
  } catch (error) {
    exitWith(error);
  }
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

try {
  process.stdout.write(`${greeting(await starting)}\n`);
} catch (error) {
  exitWith(error);
}
