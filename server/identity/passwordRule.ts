const LEAST_CHARS = 12;
/** Parts of a name or address that are shorter than this are met by chance. */
const LEAST_PART = 4;
const LEAST_DIFFERENT = 5;

/** Long passwords that lists of stolen ones begin with, and words that people stretch to the length that is asked for. */
const COMMON = new Set([
  '123456789012', '1234567890123', '12345678901234', '123456789123', '123123123123', '012345678910', '123456123456', '987654321098',
  'password1234', 'password12345', 'password123456', 'password123!', 'passwordpassword', 'mypassword123', 'mypassword1234', 'newpassword123',
  'p@ssw0rd1234', 'p@ssword1234', 'passw0rd1234', 'changemeplease', 'changeme1234', 'changeme12345', 'letmein12345', 'letmeinletmein',
  'qwertyuiop12', 'qwertyuiop123', 'qwertyuiop1234', 'qwertyuiop[]', 'qwerty123456', 'qwertyqwerty', 'qwertyuiopasdf', '1qaz2wsx3edc',
  '1qaz2wsx3edc4rfv', 'qazwsxedcrfv', 'q1w2e3r4t5y6', '1q2w3e4r5t6y', '1q2w3e4r5t6y7u', 'zxcvbnm12345', 'asdfghjkl123', 'asdfghjkl1234',
  'azertyuiop12', 'azertyuiop123', 'azertyuiop1234', 'motdepasse12', 'motdepasse123', 'motdepasse1234', 'abcdefghijkl', 'abcdefghijklm',
  'abcdefg12345', 'abcd12345678', 'abc123456789', 'a1234567890b', 'woaini123456', 'woaini1314520', 'woaini520520', 'iloveyou1234',
  'iloveyou12345', 'iloveyouforever', 'administrator', 'administrator1', 'administrator123', 'admin1234567', 'admin12345678', 'adminadmin12',
  'adminadminadmin', 'welcome12345', 'welcome123456', 'welcomewelcome', 'football1234', 'sunshine1234', 'princess1234', 'superman1234',
  'baseball1234', 'dragondragon', 'testtesttest', 'test12345678', 'secretsecret', 'trustno1trustno1', 'correcthorsebatterystaple',
]);
/** The words of this place: with digits and signs around them they are the first that a stranger tries. */
const OWN_WORDS = new Set(['gangway', 'customs', 'customsadministration', 'douane', 'douanes']);

export type Weakness = 'short' | 'personal' | 'common';

export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/** Why a password will not do; undefined when it will. */
export function weaknessOf(password: string, owner: PasswordOwner): Weakness | undefined {
  const plain = fold(password);
  if ([...password.normalize('NFKC')].length < LEAST_CHARS) return 'short';
  if (partsOf(owner).some((part) => plain.includes(part))) return 'personal';
  const word = plain.replace(/[^\p{L}]/gu, '');
  if (COMMON.has(plain) || OWN_WORDS.has(word) || new Set(plain).size < LEAST_DIFFERENT) return 'common';
  return undefined;
}

/** The whole name however short, since two Chinese characters are one; its words and the address where they are long enough. */
function partsOf({ name, email }: PasswordOwner): string[] {
  const whole = fold(name).replace(/\s/gu, '');
  const words = [...fold(name).split(/[\s.,'’-]+/u), ...fold(email).split('@'), ...fold(email).split(/[@._+-]/u).slice(0, 2)]
    .filter((part) => part.length >= LEAST_PART);
  return whole.length >= 2 ? [whole, ...words] : words;
}

/** Without case and accents. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
