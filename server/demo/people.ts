import { demoId } from '../identity/records.ts';
import type { AdministrationRecord, PersonRecord } from '../identity/records.ts';

/**
 * The people of the demonstration. The administrations are invented, as their names say; the countries are real, so
 * that zones, languages and flags are. Addresses end in .example, which nobody can have (RFC 2606).
 */
export const EAST = demoId('east');
export const WEST = demoId('west');

export const demoAdministrations: readonly AdministrationRecord[] = [
  { id: EAST, name: 'Eastern Customs (example)', country: 'CN', languages: ['zh', 'en'] },
  { id: WEST, name: 'Western Customs (example)', country: 'CH', languages: ['fr', 'en'] },
];

const EAST_ZONE = 'Asia/Shanghai';
const WEST_ZONE = 'Europe/Zurich';

type Described = Readonly<Record<'en' | 'fr' | 'zh', string>>;

function east(name: string, full: string, language: string, description: Described, rank: PersonRecord['rank'] = 'member'): PersonRecord {
  return {
    id: demoId(name), name: full, email: `${name}@eastern-customs.example`, administration: EAST, language, zone: EAST_ZONE, rank,
    disabled: false, createdAt: 0, description,
  };
}

function west(name: string, full: string, language: string, description: Described, rank: PersonRecord['rank'] = 'member'): PersonRecord {
  return { ...east(name, full, language, description, rank), email: `${name}@western-customs.example`, administration: WEST, zone: WEST_ZONE };
}

export const demoPeople: readonly PersonRecord[] = [
  west('claire', 'Claire Fontaine', 'fr', {
    en: 'Head of the AEO programme: hosts the call, leads the observers',
    fr: 'Cheffe du programme OEA : anime l’appel, dirige les observateurs',
    zh: 'AEO项目负责人：主持会议，带领观摩组',
  }, 'administrator'),
  east('lin', '林晓雯', 'zh', {
    en: 'Head of the AEO programme: hosts the observation',
    fr: 'Cheffe du programme OEA : conduit l’observation',
    zh: 'AEO项目负责人：主持现场验证观摩',
  }, 'administrator'),
  east('chen', '陈国栋', 'zh', {
    en: 'Validator: holds the camera on site',
    fr: 'Validateur : tient la caméra sur le site',
    zh: '验证人员：担任现场摄像员',
  }),
  east('wang', '王志远', 'zh', {
    en: 'Deputy director general: chairs the assessment',
    fr: 'Directeur général adjoint : préside l’évaluation',
    zh: '副署长：主持互认评估会议',
  }),
  west('amina', 'Amina Benali', 'fr', {
    en: 'Trainer: gives the class, observes',
    fr: 'Formatrice : donne le cours, observe',
    zh: '讲师：授课并参加观摩',
  }),
  west('nour', 'نور حداد', 'ar', {
    en: 'Tutor of the class, secretariat of the assessment',
    fr: 'Tutrice du cours, secrétariat de l’évaluation',
    zh: '课程辅导教师，评估会议秘书',
  }),
  west('juerg', 'Jürg Ammann', 'en', {
    en: 'Officer: observer, delegate and trainee',
    fr: 'Agent : observateur, délégué et stagiaire',
    zh: '关员：观察员、代表团成员和学员',
  }),
  east('zhou', '周敏', 'zh', {
    en: 'Secretariat of the observation, tutor of the class',
    fr: 'Secrétariat de l’observation, tutrice du cours',
    zh: '观摩秘书，课程辅导教师',
  }),
  east('wu', '吴美玲', 'zh', {
    en: 'Speaks for the operator that is being validated',
    fr: 'Représente l’opérateur qui est validé',
    zh: '被验证企业的代表',
  }),
  east('zhao', '赵建华', 'zh', {
    en: 'Warehouse staff of the operator, trainee',
    fr: 'Personnel d’entrepôt de l’opérateur, stagiaire',
    zh: '企业仓库员工，学员',
  }),
  east('olga', 'Ольга Соколова', 'ru', {
    en: 'Interpreter in every session',
    fr: 'Interprète dans chaque session',
    zh: '各场会议的口译员',
  }),
  west('ingrid', 'Ingrid Sørensen', 'en', {
    en: 'Manages this installation: administrations and people',
    fr: 'Gère cette installation : administrations et personnes',
    zh: '管理本系统：各海关机构及人员',
  }, 'installation'),
];
