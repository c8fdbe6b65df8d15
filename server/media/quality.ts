import type { Consumer } from 'mediasoup/types';
import type { NoticePayload } from '../../protocol/table.ts';

/** Scores come with every report of the receiver; people see a change after this time at the earliest. */
const SCORE_MS = 2_000;

type Tell = <N extends 'media.consumerLayers' | 'media.consumerScore'>(name: N, payload: NoticePayload<N>) => void;

/** Tells a receiver of the layer that it gets, and now and then of the quality. */
export function reportQuality(consumer: Consumer, tell: Tell): void {
  consumer.on('layerschange', (layers) => tell('media.consumerLayers', { consumer: consumer.id, spatial: layers?.spatialLayer ?? null }));
  let told = '';
  let timer: NodeJS.Timeout | undefined;
  const tellScore = (): void => {
    timer = undefined;
    const { score, producerScore } = consumer.score;
    const now = `${score} ${producerScore}`;
    if (consumer.closed || now === told) return;
    told = now;
    tell('media.consumerScore', { consumer: consumer.id, score, producerScore });
  };
  consumer.on('score', () => {
    timer ??= setTimeout(tellScore, SCORE_MS).unref();
  });
  consumer.observer.once('close', () => clearTimeout(timer));
}
