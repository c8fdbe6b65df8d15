import { cameraCommands } from './cameras.ts';
import { consentCommands } from './consents.ts';
import { evidenceCommands } from './evidence.ts';
import { inspectionCommands } from './inspections.ts';
import { notebookCommands } from './notebook.ts';
import { reportCommands } from './report.ts';
import { visitCommands } from './visit.ts';

/** The commands of a visit. Their permissions are held by roles of the kind "observation" alone (kinds.ts). */
export const observationCommands = {
  ...visitCommands, ...cameraCommands, ...consentCommands, ...evidenceCommands, ...inspectionCommands, ...notebookCommands, ...reportCommands,
};
