import type { Released } from '../../../protocol/observation/evidence.ts';
import type { Side } from '../../../protocol/observation/report.ts';
import type { Block, Pair, Signature } from '../../pdf/document.ts';
import { fill } from '../../pdf/fill.ts';
import { sidesOf } from './telling.ts';
import type { Telling } from './telling.ts';

export function confirmations(tell: Telling): Block {
  return { kind: 'signatures', items: [signature(tell, 'host'), signature(tell, 'partner')] };
}

function signature(tell: Telling, side: Side): Signature {
  const { confirmation: words } = tell.words;
  const given = tell.version.confirmed[side];
  const sides = sidesOf(tell);
  return {
    side: `${words[side]}${side === 'host' ? named(sides.host) : named(sides.partner.join(', '))}`,
    name: given ? tell.person(given.by) : '—', state: given ? `${words.confirmed} ${tell.moment(given.at)} (${tell.hostZone})` : words.missing, isGiven: given !== undefined,
  };
}

function named(name: string): string {
  return name === '' ? '' : `\n${name}`;
}

/** Annex A: every item that was released, with all that identifies its bytes. */
export function register(tell: Telling): readonly Block[] {
  const { evidence } = tell.facts;
  if (evidence.length === 0) return [{ kind: 'remark', text: tell.words.nothing }];
  return evidence.flatMap((one): readonly Block[] => [
    { kind: 'heading', level: 2, text: `${fill(tell.words.evidence.label, { number: one.number })}. ${one.title === '' ? tell.words.evidence[one.kind] : one.title}` },
    { kind: 'pairs', rows: registered(tell, one) },
  ]);
}

function registered(tell: Telling, one: Released): readonly Pair[] {
  const { register: words, evidence, finding } = tell.words;
  const { content } = one.pictured;
  const size = content.width === undefined || content.height === undefined ? [] : [fill(words.size, { width: content.width, height: content.height })];
  const isSame = content.hash === one.original;
  return [
    { label: words.id, value: one.id, exact: true },
    { label: words.captured, value: tell.join(tell.moment(one.capturedAt), fill(words.by, { name: tell.person(one.by) })) },
    { label: words.released, value: tell.join(tell.moment(one.releasedAt), fill(words.by, { name: tell.person(one.releasedBy) }), one.masked ? evidence.masked : evidence.asCaptured) },
    ...(one.criterion === undefined ? [] : [{ label: finding.criterion, value: tell.criterion(one.criterion) }]),
    ...(one.place === undefined ? [] : [{
      label: words.place,
      value: fill(words.placeText, { latitude: one.place.latitude.toFixed(5), longitude: one.place.longitude.toFixed(5), metres: Math.round(one.place.accuracy) }),
    }]),
    { label: words.content, value: tell.join(fill(words.contentText, { mime: content.mime, bytes: tell.number(content.bytes) }), ...size) },
    { label: words.hash, value: content.hash, exact: true },
    { label: words.original, value: isSame ? words.same : one.original, ...(isSame ? {} : { exact: true }) },
  ];
}
