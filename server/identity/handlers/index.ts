import type { identityRoutes } from '../../../protocol/routes/identity.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { accountHandlers } from './account.ts';
import { administrationHandlers } from './administrations.ts';
import type { HandlerOptions } from './options.ts';
import { demoHandlers } from './demo.ts';
import { peopleHandlers } from './people.ts';
import { setupHandlers } from './setup.ts';
import { signInHandlers } from './signIn.ts';

export type IdentityRoute = keyof typeof identityRoutes;

/** The routes of protocol/routes/identity.ts. */
export function identityHandlers(options: HandlerOptions): RouteHandlers<IdentityRoute> {
  return {
    ...signInHandlers(options),
    ...accountHandlers(options),
    ...setupHandlers(options),
    ...demoHandlers(options),
    ...administrationHandlers(options),
    ...peopleHandlers(options),
  };
}
