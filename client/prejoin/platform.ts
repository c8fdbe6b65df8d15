/** Which browser on which system, as far as the steps to allow a device differ. */
export interface Platform {
  readonly system: 'windows' | 'mac' | 'ios' | 'android' | 'linux' | 'other';
  readonly browser: 'chrome' | 'edge' | 'firefox' | 'safari' | 'other';
}

/** Reads the browser's own description. A wrong guess costs a wrong sentence of help, nothing else. */
export function platformOf(agent: string, touchPoints = 0): Platform {
  return { system: systemOf(agent, touchPoints), browser: browserOf(agent) };
}

function systemOf(agent: string, touchPoints: number): Platform['system'] {
  // An iPad calls itself a Mac; no Mac has a touch screen.
  if (/iPhone|iPad|iPod/u.test(agent) || (/Macintosh/u.test(agent) && touchPoints > 1)) return 'ios';
  if (agent.includes('Android')) return 'android';
  if (agent.includes('Windows')) return 'windows';
  if (agent.includes('Macintosh')) return 'mac';
  return agent.includes('Linux') || agent.includes('CrOS') ? 'linux' : 'other';
}

function browserOf(agent: string): Platform['browser'] {
  if (/Edg(?:A|iOS)?\//u.test(agent)) return 'edge';
  if (/Firefox\/|FxiOS\//u.test(agent)) return 'firefox';
  if (/Chrom(?:e|ium)\/|CriOS\//u.test(agent)) return 'chrome';
  return agent.includes('Safari/') ? 'safari' : 'other';
}

/** The key of the steps with which a blocked device is allowed in this browser (prejoin:help.steps). */
export function stepsFor({ system, browser }: Platform): string {
  // On an iPhone every browser is Safari underneath, and its permissions are the system's.
  if (system === 'ios') return browser === 'safari' ? 'iosSafari' : 'iosOther';
  if (system === 'android') return browser === 'firefox' ? 'androidFirefox' : 'androidChrome';
  if (browser === 'firefox') return 'firefox';
  return browser === 'safari' ? 'macSafari' : 'chrome';
}

/** The same where the operating system keeps the browser from the device (prejoin:help.system). */
export function systemStepsFor({ system }: Platform): string {
  return system === 'linux' || system === 'other' ? 'other' : system;
}
