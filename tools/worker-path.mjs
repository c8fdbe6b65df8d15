// Prints the path of the cached mediasoup-worker: MEDIASOUP_WORKER_BIN=$(node tools/worker-path.mjs)
import { isExecutable, workerBinary } from './setup/worker-place.mjs';

const path = process.env.MEDIASOUP_WORKER_BIN || workerBinary();
if (!isExecutable(path)) {
  console.error(`There is no mediasoup-worker at ${path} yet. Run npm start once: it downloads or builds it.`);
  process.exitCode = 1;
} else {
  console.log(path);
}
