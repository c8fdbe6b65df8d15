import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { demoId } from '../../identity/records.ts';
import type { LiveSession } from '../../live/session.ts';
import { actAs } from '../act.ts';
import { EAST, WEST } from '../people.ts';

type Worded = Readonly<Record<string, string>>;

const east = {
  administration: { zh: '东方海关（示例）', fr: 'la Douane de l’Est (exemple)' },
  programme: { zh: '经认证的经营者制度（示例）', fr: 'OEA de l’Est (exemple)' },
  category: { zh: '高级认证企业', fr: 'entreprises de certification avancée' },
  identifier: { und: 'AEOCN0123456789' },
  contact: { zh: '企业管理司（示例）', fr: 'direction de la gestion des entreprises (exemple)' },
  signatory: { zh: '王志远，副署长', fr: '王志远, directeur général adjoint' },
} satisfies Record<string, Worded>;

const west = {
  administration: { zh: '西方海关（示例）', fr: 'la Douane de l’Ouest (exemple)' },
  programme: { zh: '西方海关AEO制度（示例）', fr: 'OEA de l’Ouest (exemple)' },
  category: { zh: '安全类AEO', fr: 'OEA sécurité et sûreté' },
  identifier: { und: 'CHAEOS0001' },
  contact: { zh: 'AEO中心（示例）', fr: 'centre OEA (exemple)' },
  signatory: { zh: 'Claire Fontaine，AEO项目负责人', fr: 'Claire Fontaine, cheffe du programme OEA' },
} satisfies Record<string, Worded>;

const joint = {
  basis: { zh: '海关行政互助协定（示例）', fr: 'l’accord d’assistance administrative mutuelle (exemple)' },
  edition: { und: '2021' },
  evaluation: { zh: '签署前一年', fr: 'l’année qui précède la signature' },
  notice: { zh: '三个月', fr: 'trois mois' },
  effective: { zh: '签署后满六个月之日', fr: 'six mois après la signature' },
  place: { zh: '深圳和苏黎世（线上）', fr: 'Shenzhen et Zurich, à distance' },
} satisfies Record<string, Worded>;

/** The ceremony of the demonstration: both sides named, the illustrative text filled in, the running order set; ready to rehearse. */
export async function showCeremony(live: LiveSession): Promise<void> {
  const officer = demoId('zhou');
  const act = <N extends CommandName>(name: N, input: CommandInput<N>): Promise<string> => actAs(live, officer, name, input);
  await act('ceremony.side', {
    side: 'a', administration: EAST, country: 'CN', language: 'zh', signatory: demoId('wang'), witness: demoId('lin'), signatoryTitle: '副署长', witnessTitle: 'AEO项目负责人',
  });
  await act('ceremony.side', {
    side: 'b', administration: WEST, country: 'CH', language: 'fr', signatory: demoId('claire'), witness: demoId('amina'), signatoryTitle: 'Cheffe du programme OEA', witnessTitle: 'Formatrice',
  });
  await act('ceremony.fillIn', { of: 'a', values: east });
  await act('ceremony.fillIn', { of: 'b', values: west });
  const { startsAt, zone } = live.state.session;
  const day = (language: string): string => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(startsAt);
  await act('ceremony.fillIn', { of: 'joint', values: { ...joint, date: { zh: day('zh'), fr: day('fr') } } });
  await act('ceremony.order', {});
}
