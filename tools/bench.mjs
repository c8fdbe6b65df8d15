// npm run bench: the benchmarks, each figure beside a baseline of the same run.
import { ensureTestTools } from './setup/test-tools.mjs';
import { runTogether } from './setup/launch.mjs';
import { main, nodeProgram, prepare } from './setup/prepare.mjs';

await main(async () => {
  const prepared = await prepare({ client: true });
  await ensureTestTools();
  return runTogether([nodeProgram(prepared, ['test/load/bench.ts', ...process.argv.slice(2)])]);
});
