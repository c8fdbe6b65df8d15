import type { KindName, Role } from '../../protocol/kinds.ts';
import type { Schedule } from '../../protocol/live/session.ts';
import { demoId } from '../identity/records.ts';
import { EAST, WEST } from './people.ts';

export interface DemoSession extends Schedule {
  readonly id: string;
  readonly kind: KindName;
  readonly administration: string;
  /** Has the kind's host role. */
  readonly createdBy: string;
  readonly participants: readonly { readonly person: string; readonly role: Role }[];
}

export type DemoPlan = Omit<DemoSession, 'id'> & { readonly hasDeck: boolean };

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** One session of each kind, around a moment (ms), with every role of its kind taken and both administrations in it. */
export function demoPlans(now: number): readonly DemoPlan[] {
  const quarter = Math.floor(now / QUARTER_MS) * QUARTER_MS;
  const between = (from: number, to: number) => ({ startsAt: quarter + from * MINUTE_MS, endsAt: quarter + to * MINUTE_MS });
  const atEast = { administration: EAST, zone: 'Asia/Shanghai' };
  const atWest = { administration: WEST, zone: 'Europe/Zurich' };
  return [
    {
      kind: 'plain', title: 'Liaison officers’ call', languages: ['en', 'fr', 'zh'], ...between(0, 120), ...atWest, lobby: false, hasDeck: true,
      createdBy: demoId('claire'),
      participants: seats({ claire: 'host', lin: 'speaker', chen: 'attendee', nour: 'attendee', ingrid: 'attendee', olga: 'interpreter' }),
    },
    {
      kind: 'observation', title: '现场验证观摩 · Observation of an on-site validation', languages: ['zh', 'en'], ...between(-30, 210), ...atEast,
      lobby: true, hasDeck: false, createdBy: demoId('lin'),
      participants: seats({
        lin: 'hostLead', chen: 'fieldCamera', wu: 'operatorRepresentative', zhao: 'operatorStaff', claire: 'leadObserver', amina: 'observer',
        juerg: 'observer', olga: 'interpreter', zhou: 'secretariat',
      }),
    },
    {
      kind: 'assessment', title: '互认评估会议 · Assessment for mutual recognition', languages: ['zh', 'fr', 'en'], ...between(60, 240), ...atEast,
      lobby: true, hasDeck: false, createdBy: demoId('wang'),
      participants: seats({
        wang: 'chair', lin: 'headOfDelegation', claire: 'headOfDelegation', chen: 'delegate', amina: 'delegate', juerg: 'delegate',
        olga: 'interpreter', nour: 'secretariat',
      }),
    },
    {
      kind: 'class', title: 'Le programme OEA en bref · The AEO programme at a glance', languages: ['fr', 'en', 'zh'], ...between(15, 135), ...atWest,
      lobby: false, hasDeck: true, createdBy: demoId('amina'),
      participants: seats({ amina: 'trainer', nour: 'tutor', zhou: 'tutor', chen: 'trainee', zhao: 'trainee', juerg: 'trainee', olga: 'interpreter' }),
    },
    {
      kind: 'ceremony', title: '互认安排签署仪式 · Cérémonie de signature de l’arrangement', languages: ['zh', 'fr', 'en'], ...between(90, 240), ...atEast,
      lobby: true, hasDeck: false, createdBy: demoId('zhou'),
      participants: seats({
        zhou: 'protocolOfficer', wang: 'signatory', claire: 'signatory', lin: 'witness', amina: 'witness', chen: 'delegate', juerg: 'delegate', olga: 'interpreter', nour: 'secretariat',
      }),
    },
    {
      kind: 'case', title: '东西海关AEO互认 · Mutual recognition of the AEO programmes of East and West', languages: ['zh', 'fr', 'en'], ...between(0, 120), ...atEast,
      lobby: false, hasDeck: false, createdBy: demoId('zhou'),
      participants: seats({
        zhou: 'secretariat', wang: 'headOfSide', lin: 'officer', chen: 'officer', claire: 'headOfSide', nour: 'secretariat', amina: 'officer', juerg: 'liaison',
      }),
    },
  ];
}

function seats(roles: Readonly<Record<string, Role>>): DemoSession['participants'] {
  return Object.entries(roles).map(([name, role]) => ({ person: demoId(name), role }));
}
