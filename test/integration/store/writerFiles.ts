/** The content of the writer's file `n`, in chunks. */
export function fileContent(n: number): Buffer[] {
  return Array.from({ length: (n % 4) + 1 }, (_, index) => Buffer.alloc(1_000 + n, `${n}-${index};`));
}
