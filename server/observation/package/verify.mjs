// Checks an evidence package: node verify.mjs [folder [entry]]. Needs Node.js 20 or later and nothing else.
// With the number of an entry it prints that entry's hash too, to compare packages that go to different entries.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const asked = process.argv[3] === undefined ? undefined : Number(process.argv[3]);
/** @type {string[]} */
const problems = [];
/** @param {string} text */
const problem = (text) => problems.push(text);
/** @param {string} text */
const say = (text) => process.stdout.write(`${text}\n`);
/** @param {string | Buffer} data */
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
/**
 * JSON with its keys in order, to compare two values.
 * @param {any} value
 * @returns {string}
 */
const plain = (value) => JSON.stringify(value, (_key, one) => one !== null && typeof one === 'object' && !Array.isArray(one)
  ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one) ?? 'nothing';

/**
 * Every file under the folder, by its path with slashes.
 * @param {string} at
 * @returns {string[]}
 */
function filesIn(at = '') {
  return readdirSync(join(folder, at)).flatMap((name) => {
    const path = at === '' ? name : `${at}/${name}`;
    return lstatSync(join(folder, path)).isDirectory() ? filesIn(path) : [path];
  });
}

/** @param {string} path */
async function hashOf(path) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(join(folder, path))) hash.update(part);
  return hash.digest('hex');
}

/** The lines of a file. What follows the last line end is a line too. @param {string} path */
async function* linesOf(path) {
  let rest = Buffer.alloc(0);
  for await (const part of createReadStream(join(folder, path))) {
    rest = Buffer.concat([rest, part]);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield rest.toString('utf8', 0, end);
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield rest.toString('utf8');
}

/** Files: each as listed, none missing, none added. @param {any} manifest */
async function checkFiles(manifest) {
  const there = new Set(filesIn());
  const seal = existsSync(join(folder, 'manifest.sha256')) ? readFileSync(join(folder, 'manifest.sha256'), 'utf8') : '';
  if (seal !== `${await hashOf('manifest.json')}  manifest.json\n`) problem('manifest.json was changed: it does not match manifest.sha256.');
  for (const path of ['manifest.json', 'manifest.sha256']) there.delete(path);
  const listed = new Set();
  for (const { path, bytes, sha256: hash } of manifest.files) {
    if (listed.has(path)) problem(`${path} is listed twice.`);
    listed.add(path);
    if (!there.delete(path)) problem(`${path} is missing.`);
    else if (!lstatSync(join(folder, path)).isFile()) problem(`${path} is not a file.`);
    else if (lstatSync(join(folder, path)).size !== bytes) problem(`${path} was changed: it has ${lstatSync(join(folder, path)).size} bytes instead of ${bytes}.`);
    else if ((await hashOf(path)) !== hash) problem(`${path} was changed: its SHA-256 is not the one listed.`);
  }
  for (const path of there) problem(`${path} was added: the manifest does not list it.`);
}

/**
 * The chain of the log: each line's own hash is the SHA-256 of all that stands before ,"hash" in it, and its prev is the hash of the
 * line before; the first follows a hash made of the session's id. Answers the entries that are open, with their numbers.
 * @param {any} manifest
 * @returns {Promise<any[]>}
 */
async function checkLog(manifest) {
  /** @type {any[]} */
  const events = [];
  /** @type {number[]} */
  const closed = [];
  if (!existsSync(join(folder, 'log.jsonl'))) return events;
  let before = sha256(`gangway session log ${manifest.session.id}`);
  let number = 0;
  for await (const line of linesOf('log.jsonl')) {
    number += 1;
    let entry;
    try {
      entry = JSON.parse(line);
    } catch {
      problem(`Line ${number} of the log cannot be read.`);
      return events;
    }
    const isClosed = plain(Object.keys(entry)) === '["seq","closed","prev","hash"]' && entry.closed === true;
    const end = line.lastIndexOf(',"hash":"');
    if (!/^[0-9a-f]{64}$/.test(entry.hash)) problem(`Line ${number} of the log has no hash.`);
    else if (!isClosed && (line.slice(end) !== `,"hash":"${entry.hash}"}` || sha256(line.slice(0, end)) !== entry.hash)) problem(`Line ${number} of the log was changed: it does not match its hash.`);
    if (entry.seq !== number) problem(`Line ${number} of the log is entry ${entry.seq}: lines were removed, added or exchanged.`);
    if (entry.prev !== before) problem(`Line ${number} of the log does not follow the line before it.`);
    before = entry.hash;
    if (number === asked) say(`Entry ${number}: SHA-256 ${before}`);
    if (isClosed) closed.push(number);
    else events.push(entry);
  }
  if (number !== manifest.log.entries) problem(`The log has ${number} entries instead of ${manifest.log.entries}.`);
  if (before !== manifest.log.head) problem('The last entry of the log is not the one that the manifest names.');
  const listed = manifest.log.closed.flatMap((/** @type {[number, number]} */ [from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  if (plain(listed) !== plain(closed)) problem('The closed entries of the log are not those that the manifest names.');
  say(`Log: ${number} entries, of which ${closed.length} are closed to the holder of this package.`);
  say(`Last entry: ${number}, SHA-256 ${before}`);
  if (asked !== undefined && !(asked >= 1 && asked <= number)) say(`Entry ${process.argv[3]}: not in this package, which goes up to entry ${number}.`);
  return events;
}

/** Title, times and zone as the log has them. @param {any} manifest @param {any[]} events */
function checkSession(manifest, events) {
  /** @type {any} */
  const session = {};
  for (const { type, data, at } of events) {
    if (type === 'session.scheduled' || type === 'session.changed') Object.assign(session, data);
    if (type === 'session.started') session.startedAt ??= at;
    if (type === 'session.ended') session.endedAt = at;
  }
  for (const [key, value] of Object.entries(manifest.session)) {
    if (plain(session[key]) !== plain(value)) problem(`The manifest says of the session that its ${key} is ${plain(value)}; the log says ${plain(session[key])}.`);
  }
}

/** Every item as the log tells of it. @param {any[]} events */
function evidenceIn(events) {
  /** @type {Map<string, any>} */
  const items = new Map();
  /** @param {any} data @param {string} type */
  const itemOf = (data, type) => {
    const id = type === 'evidence.captured' || type === 'evidence.released' ? data.id : data.evidence;
    if (!items.has(id) && !['evidence.captured', 'evidence.released', 'evidence.withheld'].includes(type)) return undefined;
    const known = items.get(id) ?? { id, number: data.number, kind: data.kind, title: data.title, capturedAt: data.capturedAt, state: 'undecided', versions: new Map(), stored: new Set() };
    items.set(id, known);
    return known;
  };
  for (const { type, data } of events) {
    if (!type.startsWith('evidence.')) continue;
    const item = itemOf(data, type);
    if (!item) continue;
    const { content } = data.pictured ?? {};
    const bytes = content && { sha256: content.hash, bytes: content.bytes, mime: content.mime };
    if (type === 'evidence.captured') item.versions.set(data.id, { id: data.id, kind: 'original', ...bytes });
    if (type === 'evidence.masked') item.versions.set(data.id, { id: data.id, kind: 'mask', of: data.of, ...bytes });
    if (type === 'evidence.markedUp') item.versions.set(data.id, { id: data.id, kind: 'markup', of: data.of });
    if (type === 'evidence.described') item.title = data.title;
    if (type === 'evidence.stored' && data.part === 'content') item.stored.add(data.version);
    if (type === 'evidence.released') {
      const known = item.versions.get(data.version);
      if (known && known.sha256 !== content.hash) problem(`Evidence ${item.number}: what was released is not the version that it is said to be.`);
      // Who may not see where it came from knows the released version alone.
      if (!known) item.versions = new Map([[data.version, { id: data.version, kind: data.masked ? 'mask' : 'original', ...bytes }], ...item.versions]);
      Object.assign(item, { state: 'released', title: data.title, reason: undefined, released: data.version, original: data.original });
    }
    if (type === 'evidence.withheld' || type === 'evidence.discarded') Object.assign(item, { state: type.slice('evidence.'.length), reason: data.reason });
  }
  return items;
}

/** Items, versions and their hashes: the manifest against the log, and their files against both. @param {any} manifest @param {any[]} events */
function checkEvidence(manifest, events) {
  const items = evidenceIn(events);
  const files = new Map(manifest.files.map((/** @type {any} */ file) => [file.path, file.sha256]));
  const used = new Set();
  for (const item of manifest.evidence) {
    const name = `Evidence ${item.number}`;
    const logged = items.get(item.id);
    items.delete(item.id);
    if (!logged) {
      problem(`${name} is in the manifest but not in the log.`);
      continue;
    }
    const { versions, stored, ...facts } = logged;
    const { versions: listed, ...told } = item;
    if (plain(told) !== plain(facts)) problem(`${name}: what the manifest says of it is not what the log says.`);
    if (plain(listed.map((/** @type {any} */ { file: _file, absent: _absent, ...rest }) => rest)) !== plain([...versions.values()])) {
      problem(`${name}: its versions in the manifest are not those in the log.`);
    }
    for (const { id, kind, sha256: hash, file, absent } of listed) {
      if (kind === 'markup') continue;
      if (file !== undefined) used.add(file);
      if (file !== undefined && files.get(file) !== hash) problem(`${name}: ${file} is not the file whose SHA-256 stands in the log.`);
      const excused = (absent === 'discarded' && item.state === 'discarded') || (absent === 'notStored' && !stored.has(id));
      if (absent === 'lost') problem(`${name}: the server had lost a file of it when the package was made.`);
      else if (file === undefined && !excused) problem(`${name}: a file of it is not in the package, although it was stored.`);
    }
  }
  for (const item of items.values()) problem(`Evidence ${item.number} is in the log but not in the manifest.`);
  for (const path of files.keys()) if (/^(originals|versions)\//.test(path) && !used.has(path)) problem(`${path} belongs to no evidence.`);
}

/** Names in the report against those by which people came in. @param {any} people @param {any} sides @param {any[]} events */
function checkPeople(people, sides, events) {
  const named = new Map();
  for (const { type, data } of events) {
    if (type === 'participant.invited') named.set(data.id, data);
    if (type === 'participant.joined') named.set(data.participant, data.who);
  }
  for (const [id, { name, administration }] of Object.entries(people)) {
    const known = named.get(id);
    if (known?.name !== name || known.administrationName !== administration) problem(`The report gives ${plain(id)} a name that is not the one in the log.`);
  }
  const administrations = new Set(['', ...[...named.values()].map((one) => one.administrationName)]);
  for (const name of [sides.host, ...sides.partner]) if (!administrations.has(name)) problem(`The report names an administration, ${plain(name)}, that is not in the log.`);
}

/** The report against the events that made it. @param {any} manifest @param {any[]} events */
function checkReport(manifest, events) {
  const made = events.filter(({ type }) => type === 'report.built' || type === 'report.edited');
  const last = made.at(-1);
  if (!manifest.report || !last) {
    if (manifest.report || last) problem('The report is not the one that the log tells of.');
    return;
  }
  if (!existsSync(join(folder, manifest.report.json))) return;
  const { version, texts, facts, session, sides, people } = JSON.parse(readFileSync(join(folder, manifest.report.json), 'utf8'));
  const built = made.find(({ type, data }) => type === 'report.built' && data.number === version.factsOf);
  if (version.number !== last.data.number || manifest.report.number !== version.number) problem('The report is not its latest version.');
  if (plain(texts) !== plain(last.data.texts)) problem('The texts of the report are not those in the log.');
  if (plain(facts) !== plain(built?.data.facts)) problem('The facts of the report are not those in the log.');
  const confirmed = Object.fromEntries(events.filter(({ type, data }) => type === 'report.confirmed' && data.number === version.number)
    .map(({ data, actor, at }) => [data.side, { by: actor, at }]));
  if (plain(version.confirmed) !== plain(confirmed)) problem('The confirmations of the report are not those in the log.');
  if (version.by !== last.actor || version.at !== last.at) problem('The report is not by whom, or not from when, the log says.');
  const standing = ['draft', 'half', 'confirmed'][Object.keys(confirmed).length];
  if (version.standing !== standing) problem(`The report says of itself that it is ${plain(version.standing)}; by the log it is ${plain(standing)}.`);
  for (const [key, value] of Object.entries(session)) if (plain(manifest.session[key]) !== plain(value)) problem(`The report does not have the session's ${key}.`);
  checkPeople(people, sides, events);
}

try {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (manifest.schema !== 'gangway.evidence-package/1') problem('The manifest is of a kind that this script does not know.');
  await checkFiles(manifest);
  const events = await checkLog(manifest);
  checkSession(manifest, events);
  checkEvidence(manifest, events);
  checkReport(manifest, events);
  say(`Session: ${manifest.session.title}. ${manifest.files.length} files, ${manifest.evidence.length} items of evidence.`);
} catch (error) {
  problem(`The package cannot be read: ${error instanceof Error ? error.message : error}`);
}
for (const text of problems) say(`PROBLEM: ${text}`);
say(problems.length === 0 ? 'Verdict: all is in order.' : `Verdict: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}. Do not rely on this package.`);
process.exitCode = problems.length === 0 ? 0 : 1;
