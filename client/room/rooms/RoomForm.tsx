import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { Room } from '../../../protocol/live/rooms.ts';
import { newId } from '../../live/ids.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, TextField } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import type { Problem } from '../../app/problem.ts';
import { Modal } from '../parts/Modal.tsx';
import { peopleForRooms } from './peopleForRooms.ts';
import css from './Rooms.module.css';

/** A new side room, or the members of one. */
export default function RoomForm({ room, onClose }: { readonly room?: Room; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['room', 'common', 'kinds']);
  const form = useId();
  const live = useLive();
  const participants = useSession((state) => state.participants);
  const [name, setName] = useState(room?.name ?? '');
  const [mode, setMode] = useState<'aside' | 'alongside'>(room?.mode === 'alongside' ? 'alongside' : 'aside');
  const [members, setMembers] = useState<readonly string[]>(room?.members ?? []);
  const [bring, setBring] = useState(true);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const people = peopleForRooms(participants);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const result = await (room ? change(room) : create());
    setBusy(false);
    if (result.ok) onClose();
    else setProblem(result.error);
  };
  const create = async () => {
    const id = newId();
    const made = await live.command('room.create', { name, mode, members: [...members] }, id);
    const inside = members.filter((one) => participants[one]?.presence === 'in');
    return made.ok && mode === 'aside' && bring && inside.length > 0 ? live.command('room.move', { room: id, participants: inside }) : made;
  };
  const change = async (one: Room) => {
    const renamed = name.trim() === one.name ? undefined : await live.command('room.rename', { room: one.id, name });
    return renamed?.ok === false ? renamed : live.command('room.members', { room: one.id, members: [...members] });
  };
  const toggle = (id: string, on: boolean): void => setMembers((before) => (on ? [...before, id] : before.filter((one) => one !== id)));

  return (
    <Modal
      title={room ? t('rooms.membersTitle', { name: room.name }) : t('rooms.createTitle')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button look="primary" type="submit" form={form} busy={busy}>{t(room ? 'common:save' : 'rooms.create')}</Button></>}
    >
      <form id={form} className={css['form']} onSubmit={(event) => void submit(event)}>
        <TextField label={t('rooms.name')} value={name} maxLength={limits.titleChars} onChange={setName} />
        {!room && (
          <fieldset className={css['modes']}>
            <legend>{t('rooms.mode')}</legend>
            {(['aside', 'alongside'] as const).map((one) => (
              <label key={one} className={css['mode']}>
                <input type="radio" name="mode" checked={mode === one} onChange={() => setMode(one)} />
                <span>{t(`rooms.${one}`)}<small>{t(`rooms.${one}Text`)}</small></span>
              </label>
            ))}
          </fieldset>
        )}
        <fieldset className={css['members']}>
          <legend>{t('rooms.members')}</legend>
          {people.map((person) => (
            <Checkbox
              key={person.id} label={person.name} hint={`${t(`kinds:role.${person.role}`)} · ${person.administrationName}`}
              checked={members.includes(person.id)} onChange={(on) => toggle(person.id, on)}
            />
          ))}
        </fieldset>
        {!room && mode === 'aside' && <Checkbox label={t('rooms.bringNow')} checked={bring} onChange={setBring} />}
        <ProblemNotice problem={problem} />
      </form>
    </Modal>
  );
}
