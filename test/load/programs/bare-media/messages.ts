/** What the bare page asks, and what it is answered. */
export interface BareRequests {
  readonly capabilities: object;
  readonly transport: object;
  readonly connect: { readonly transport: string; readonly dtlsParameters: object };
  readonly produce: { readonly transport: string; readonly kind: 'audio' | 'video'; readonly rtpParameters: object };
  readonly consume: { readonly transport: string; readonly rtpCapabilities: object };
  readonly resume: { readonly consumer: string };
  readonly close: { readonly producer: string };
}

export interface BareReplies {
  readonly capabilities: object;
  readonly transport: object;
  readonly connect: null;
  readonly produce: { readonly id: string };
  readonly consume: readonly { readonly id: string; readonly producerId: string; readonly kind: 'audio' | 'video'; readonly rtpParameters: object }[];
  readonly resume: null;
  readonly close: null;
}
