// npm run dev: the server, started again when its sources change, and Vite's development server in front of it.
import { runTogether } from './setup/launch.mjs';
import { main, nodeProgram, prepare } from './setup/prepare.mjs';

await main(async () => {
  const prepared = await prepare({ client: false });
  const server = nodeProgram(prepared, ['server/main.ts']);
  return runTogether([
    { ...server, args: ['--watch', ...server.args] },
    nodeProgram(prepared, ['node_modules/vite/bin/vite.js', ...process.argv.slice(2)]),
  ]);
});
