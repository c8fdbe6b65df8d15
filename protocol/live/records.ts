/** Steps that the reducers of capabilities share. A record that is not there is passed over: an event may reach eyes that never saw it. */
export type Records<T> = Readonly<Record<string, T>>;

export function put<T extends { readonly id: string }>(all: Records<T>, one: T): Records<T> {
  return { ...all, [one.id]: one };
}

export function patch<T>(all: Records<T>, id: string, change: (one: T) => T): Records<T> {
  const one = all[id];
  return one === undefined ? all : { ...all, [id]: change(one) };
}

export function drop<T>(all: Records<T>, id: string): Records<T> {
  if (!(id in all)) return all;
  const { [id]: _gone, ...rest } = all;
  return rest;
}
