/** A system call as strace tells it, with the lines of its output on which it began and ended. */
export interface Call {
  readonly name: string;
  /** Its arguments, as printed. */
  readonly text: string;
  readonly result: number;
  readonly began: number;
  readonly ended: number;
}

const WHOLE = /^(\d+) +(\w+)\((.*)\) += (-?\d+|\?)/s;
const UNFINISHED = /^(\d+) +(\w+)\((.*?),? *<unfinished \.\.\.>$/s;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+|\?)/s;

/** Reads the output of `strace -f`, putting together the calls that another thread's had cut in two. */
export function parseTrace(output: string): Call[] {
  const calls: Call[] = [];
  const unfinished = new Map<string, { name: string; text: string; began: number }>();
  for (const [at, line] of output.split('\n').entries()) {
    const whole = WHOLE.exec(line);
    const begun = UNFINISHED.exec(line);
    const resumed = RESUMED.exec(line);
    if (resumed) {
      const [, thread = '', , rest = '', result] = resumed;
      const start = unfinished.get(thread);
      unfinished.delete(thread);
      if (start) calls.push({ name: start.name, text: start.text + rest, result: Number(result), began: start.began, ended: at });
    } else if (begun) {
      const [, thread = '', name = '', text = ''] = begun;
      unfinished.set(thread, { name, text, began: at });
    } else if (whole) {
      const [, , name = '', text = '', result] = whole;
      calls.push({ name, text, result: Number(result), began: at, ended: at });
    }
  }
  return calls.sort((a, b) => a.ended - b.ended);
}
