import type { MailReason, MailState } from '../mail.ts';
import type { FrontMatter, QuizItem, Rubric, Source } from './course.ts';
import type { ItemKind } from './model.ts';
import type { AnswerValue, Key, PutQuestion } from './questions.ts';
import type { TrainingRole } from './roles.ts';
import type { Condition, QuizStanding } from './rules.ts';
import type { ItemStatistics } from './statistics.ts';
import type { Texts, TrainingLanguage } from './texts.ts';

/** What the routes of the training base answer. */
export interface EditionSummary {
  readonly id: string;
  readonly course: string;
  readonly title: Texts;
  readonly summary: Texts;
  readonly name: string;
  readonly administrationName: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly zone: string;
  readonly languages: readonly TrainingLanguage[];
  /** Those that have lessons; an examination is not counted. */
  readonly modules: number;
  readonly hours: number;
  readonly places: number;
  readonly enrolled: number;
  readonly waiting: number;
  readonly enrolment: 'self' | 'coordinator';
  readonly roles: readonly TrainingRole[];
  readonly mine?: { readonly state: 'enrolled' | 'waiting'; readonly progress: number; readonly place?: number; readonly certificate?: string };
  /** Hand-ins and answers that wait for a tutor's marks; for who marks. */
  readonly toMark?: number;
}

export interface TrainingHome {
  readonly editions: readonly EditionSummary[];
  readonly roles: readonly TrainingRole[];
  /** For trainers: the courses that can be held. */
  readonly courses: readonly { readonly id: string; readonly title: Texts; readonly summary: Texts; readonly languages: readonly TrainingLanguage[];
    /** Whether the caller writes its lessons. */
    readonly isOwn: boolean;
  }[];
  /** For trainers: what is wrong in the files of courses that are not offered. */
  readonly faults: readonly { readonly file: string; readonly line: number; readonly message: string }[];
}

export interface ItemView {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: Texts;
  readonly minutes: number;
  readonly done: boolean;
  readonly quiz?: QuizStanding & { readonly pass: number; readonly draw: number; readonly attempts: number; readonly isExamination: boolean };
  readonly class?: { readonly session?: string; readonly startsAt?: number; readonly endsAt?: number; readonly presentMinutes: number };
  readonly assignment?: { readonly state: 'none' | 'handedIn' | 'passed' | 'again' };
}

export interface ModuleView {
  readonly id: string;
  readonly title: Texts;
  readonly summary: Texts;
  readonly objectives: readonly Texts[];
  readonly open: boolean;
  readonly after?: string;
  readonly complete: boolean;
  readonly due?: number;
  readonly hasDeck: boolean;
  readonly items: readonly ItemView[];
}

export interface EditionView {
  readonly summary: EditionSummary;
  readonly audience: Texts;
  readonly note: Texts;
  readonly courseEdition: string;
  readonly modules: readonly ModuleView[];
  /** For trainees. */
  readonly conditions: readonly Condition[];
  readonly certificate?: CertificateSummary;
  readonly tutors: readonly string[];
  /** For trainers. */
  readonly tutorIds?: readonly string[];
}

export interface CertificateSummary {
  readonly number: string;
  readonly issuedAt: number;
  readonly withdrawn?: { readonly at: number; readonly reason: string };
}

export interface LessonView {
  readonly id: string;
  readonly module: string;
  readonly folder: string;
  readonly course: string;
  readonly heads: Readonly<Record<TrainingLanguage, Pick<FrontMatter, 'title' | 'summary'>>>;
  readonly minutes: number;
  readonly body: string;
  /** The language of the body: another one than asked for where it does not exist in that. */
  readonly language: TrainingLanguage;
  readonly languages: readonly TrainingLanguage[];
  readonly sources: readonly Source[];
  readonly done: boolean;
  readonly previous?: string;
  readonly next?: { readonly kind: ItemKind; readonly id: string };
}

export interface QuizView {
  readonly quiz: QuizItem;
  readonly standing: QuizStanding;
  readonly open: boolean;
  readonly attempts: readonly {
    readonly id: string; readonly number: number; readonly startedAt: number; readonly endedAt?: number;
    readonly state: 'open' | 'marking' | 'done'; readonly share?: number; readonly passed: boolean; readonly reviewable: boolean;
  }[];
}

export interface AttemptView {
  readonly id: string;
  readonly quiz: string;
  readonly title: Texts;
  readonly number: number;
  readonly startedAt: number;
  readonly endsAt: number;
  /** The server's clock, so that the time that is left is right on every device. */
  readonly now: number;
  readonly state: 'open' | 'marking' | 'done';
  readonly endedAt?: number;
  readonly share?: number;
  readonly passed: boolean;
  readonly questions: readonly {
    readonly put: PutQuestion;
    readonly answer?: AnswerValue;
    readonly revision: number;
    /** Once it is over. */
    readonly earned?: number;
    readonly remark?: string;
    /** Once the review is allowed, and not before. */
    readonly key?: Key;
  }[];
}

export interface HandedVersion {
  readonly number: number;
  readonly at: number;
  readonly text: string;
  readonly files: readonly { readonly hash: string; readonly name: string; readonly bytes: number }[];
}

export interface MarkingView {
  readonly version: number;
  readonly points: Readonly<Record<string, number>>;
  readonly remark: string;
  readonly share: number;
  readonly passed: boolean;
  readonly at: number;
  readonly by: string;
}

export interface AssignmentView {
  readonly id: string;
  readonly module: string;
  readonly folder: string;
  readonly course: string;
  readonly heads: LessonView['heads'];
  readonly minutes: number;
  readonly body: string;
  readonly language: TrainingLanguage;
  readonly languages: readonly TrainingLanguage[];
  readonly rubric: Rubric;
  /** Of the trainee who asks, or of whom the tutor asks for. */
  readonly submission?: {
    readonly id: string;
    readonly name: string;
    readonly staged: HandedVersion['files'];
    readonly versions: readonly HandedVersion[];
    readonly marking?: MarkingView;
  };
  readonly mayHandIn: boolean;
}

export interface WaitingForMarks {
  readonly submissions: readonly { readonly submission: string; readonly assignment: string; readonly title: Texts; readonly name: string; readonly at: number; readonly again: boolean; readonly marked: boolean; readonly passed?: boolean }[];
  readonly answers: readonly { readonly attempt: string; readonly question: string; readonly text: Texts; readonly model: Texts; readonly points: number; readonly answer: string; readonly name: string; readonly at: number }[];
}

export interface PersonProgress {
  readonly person: string;
  readonly name: string;
  readonly administrationName: string;
  readonly state: 'enrolled' | 'waiting';
  readonly progress: number;
  readonly hours: number;
  readonly score: number;
  readonly modules: readonly { readonly id: string; readonly complete: boolean; readonly late: boolean }[];
  readonly seenAt?: number;
  readonly certificate?: CertificateSummary;
  /** The last one. Its words are told to who wrote them, to be sent again. */
  readonly reminder?: { readonly at: number; readonly state: MailState; readonly reason?: MailReason; readonly text?: string };
}

export interface EditionPeople {
  /** Whether these are the people of every administration. */
  readonly everybody: boolean;
  readonly people: readonly PersonProgress[];
  /** People whom the caller may enrol. */
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly administrationName: string }[];
  readonly statistics: readonly (ItemStatistics & { readonly text: Texts; readonly module: string })[];
}

/** What anybody may read of a certificate by its number. */
export interface PublicCertificate {
  readonly number: string;
  readonly name: string;
  readonly administrationName: string;
  readonly country: string;
  readonly issuerName: string;
  readonly title: Texts;
  readonly hours: number;
  readonly issuedAt: number;
  readonly withdrawn?: { readonly at: number; readonly reason: string };
}

export interface RolesView {
  readonly people: readonly { readonly id: string; readonly name: string; readonly administration: string; readonly administrationName: string; readonly roles: readonly ('trainer' | 'coordinator')[] }[];
}

export interface DraftView {
  readonly lesson: string;
  readonly language: TrainingLanguage;
  readonly state: 'file' | 'draft' | 'review' | 'published';
  readonly revision: number;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly by?: string;
  readonly at?: number;
  /** Trainees read something else than what stands here. */
  readonly differs: boolean;
}

export interface AuthoringView {
  readonly course: { readonly id: string; readonly title: Texts };
  readonly modules: readonly {
    readonly id: string; readonly title: Texts;
    readonly lessons: readonly { readonly id: string; readonly title: Texts; readonly states: Readonly<Record<TrainingLanguage, DraftView['state'] | 'absent'>> }[];
  }[];
}
