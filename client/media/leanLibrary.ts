import type { Plugin } from 'vite';

const EMPTY = '\0gangway:empty';
const VERSION = '\0gangway:mediasoup-client-version';
const QUIET = '\0gangway:quiet-debug';

/** Which files of which packages ask for what, and what they get instead. */
const replacements: readonly { readonly from: RegExp; readonly asks: RegExp; readonly gets: string }[] = [
  // The page chooses the part for its browser itself (handler.ts); the device would bring the parts for all of them.
  { from: /mediasoup-client\/lib\/Device\.js$/, asks: /^\.\/handlers\//, gets: EMPTY },
  { from: /mediasoup-client\/lib\/index\.js$/, asks: /^\.\/(?:handlers\/FakeHandler|test\/fakeParameters)$/, gets: EMPTY },
  // Nothing here travels over data channels.
  { from: /mediasoup-client\/lib\/Transport\.js$/, asks: /^\.\/Data(?:Producer|Consumer)$/, gets: EMPTY },
  // It asks the whole library for nothing but its version, and every part for a browser would bring everything.
  { from: /mediasoup-client\/lib\/handlers\/sdp\/RemoteSdp\.js$/, asks: /^\.\.\/\.\.\/$/, gets: VERSION },
  // Three copies of a logger that nobody reads.
  { from: /\/(?:mediasoup-client|h264-profile-level-id|awaitqueue)\//, asks: /^debug$/, gets: QUIET },
];

const sources: Readonly<Record<string, string>> = {
  [EMPTY]: 'module.exports = {};',
  [VERSION]: 'exports.version = "lean";',
  [QUIET]: 'module.exports = () => Object.assign(() => {}, { enabled: false }); module.exports.enable = () => {};',
};

/** Leaves out of mediasoup-client what a page never uses: about half of it. Without this the page works too, only larger. */
export function leanMediasoupClient(): Plugin {
  return {
    name: 'gangway:lean-mediasoup-client',
    enforce: 'pre',
    apply: 'build',
    resolveId(asked, importer) {
      const file = importer?.replaceAll('\\', '/');
      return file === undefined ? undefined : replacements.find((one) => one.from.test(file) && one.asks.test(asked))?.gets;
    },
    load: (id) => sources[id],
  };
}
