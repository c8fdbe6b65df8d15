/** A one-time link that was just made for somebody; it is told once. */
export interface MadeLink {
  readonly name: string;
  readonly link: string;
}
