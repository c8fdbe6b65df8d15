import { readFile } from 'node:fs/promises';

/** What Linux counts processor time in. */
const TICK_MS = 10;

/** Per cent of one core that a process and its children take in the next `ms`. */
export async function cpuOf(pid: number, ms: number): Promise<number> {
  const before = await ticksOf(pid);
  const start = performance.now();
  await new Promise((resolve) => setTimeout(resolve, ms));
  return (await ticksOf(pid) - before) * TICK_MS / (performance.now() - start) * 100;
}

/** Resident memory of a process and its children, MB. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1000;
  return own + (await Promise.all((await childrenOf(pid)).map(memoryOf))).reduce((sum, one) => sum + one, 0);
}

async function ticksOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
  const ticks = await Promise.all((await childrenOf(pid)).map(ticksOf));
  return Number(fields[11]) + Number(fields[12]) + ticks.reduce((sum, one) => sum + one, 0);
}

async function childrenOf(pid: number): Promise<number[]> {
  return (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(' ').filter(Boolean).map(Number);
}
