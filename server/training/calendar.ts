import ical, { ICalCalendarMethod } from 'ical-generator';
import { itemOf } from '../../protocol/training/model.ts';
import type { Edition } from '../../protocol/training/records.ts';
import type { Base } from './base.ts';
import { courseOf, liveOf } from './base.ts';

/** The dates of an edition as a calendar file: its classes, and until when each module should be complete. */
export async function calendarOf(base: Base, edition: Edition, url: string): Promise<string> {
  const course = courseOf(base, edition);
  const stamp = new Date(edition.createdAt);
  const events: NonNullable<Parameters<typeof ical>[0]>['events'] = [];
  for (const module of course.modules) {
    const due = edition.due[module.id];
    if (due !== undefined) {
      events.push({ id: `${edition.id}-${module.id}@gangway`, stamp, start: new Date(due), end: new Date(due), summary: `${course.title.en}: ${module.title.en}`, url, description: url });
    }
    for (const item of module.items) {
      const { id } = itemOf(item);
      const session = 'class' in item ? edition.classes[id] : undefined;
      const live = session === undefined ? undefined : await liveOf(base.host, session);
      if (!live) continue;
      const { title, startsAt, endsAt } = live.state.session;
      const room = url.replace(/\/training\/.*$/u, `/sessions/${live.id}`);
      events.push({ id: `${live.id}@gangway`, stamp, sequence: live.state.seq, start: new Date(startsAt), end: new Date(endsAt), summary: title, url: room, location: room, description: room });
    }
  }
  return ical({ prodId: { company: 'Gangway', product: 'Gangway' }, name: edition.name, method: ICalCalendarMethod.PUBLISH, events }).toString();
}
