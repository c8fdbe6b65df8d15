// npm start: everything that is missing on this machine, and then the server.
import { runTogether } from './setup/launch.mjs';
import { main, nodeProgram, prepare } from './setup/prepare.mjs';

await main(async () => {
  const prepared = await prepare({ client: true });
  return runTogether([nodeProgram(prepared, ['server/main.ts', ...process.argv.slice(2)])]);
});
