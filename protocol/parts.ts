/** Every part that a capability keeps in a session's state, for whoever reads sessions of all kinds: the server and the tests. */
import { registerPart } from './live/parts.ts';
import { assessmentPart } from './assessment/meeting/part.ts';
import { casePart } from './assessment/case/part.ts';
import { ceremonyPart } from './ceremony/part.ts';
import { classPart } from './class/part.ts';
import { observationPart } from './observation/part.ts';

registerPart(observationPart);
registerPart(casePart);
registerPart(assessmentPart);
registerPart(classPart);
registerPart(ceremonyPart);
