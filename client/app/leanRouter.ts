import type { Plugin } from 'vite';

/** The file with the links and forms of the router. */
const DOM = /react-router\/dist\/production\/lib\/dom\/lib\.js$/;

/**
 * Leaves out of the router the links and forms that no screen uses (ui/Link.tsx has ours): the bundler keeps them because of how they
 * are made and named. Without this the page works too, only larger.
 */
export function leanRouter(): Plugin {
  return {
    name: 'gangway:lean-router',
    apply: 'build',
    transform(code, id) {
      if (!DOM.test(id.replaceAll('\\', '/'))) return undefined;
      const lean = code.replace(/^const (\w+) = React\$1\.forwardRef\(/gm, 'const $1 = /* @__PURE__ */ React$$1.forwardRef(').replace(/^(?:NavLink|Link|Form)\.displayName = .*;$/gm, '');
      return { code: lean, map: null };
    },
  };
}
