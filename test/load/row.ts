/** One line of the bench table: a figure of the product beside a baseline taken in the same run. */
export interface BenchRow {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: number;
  readonly baselineName?: string;
  /** What is asked of it, in words. */
  readonly gate?: string;
  readonly ok?: boolean;
}
