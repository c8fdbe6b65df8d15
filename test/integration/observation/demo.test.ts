import { afterAll, beforeAll, expect, it } from 'vitest';
import { captureBar } from '../../../protocol/observation/consents.ts';
import type { VisitView } from '../../../protocol/observation/routes.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestServer } from '../../harness/server.ts';

let server: TestServer;
let session: string;
beforeAll(async () => {
  server = await startTestServer({ DEMO: '1' });
  const { api } = await server.demoPerson('demo-lin');
  session = (await api.call('sessions')).sessions.find((one) => one.info.kind === 'observation')!.info.id;
});
afterAll(() => server.close());

const viewOf = async (who: string): Promise<VisitView> => (await server.demoPerson(`demo-${who}`)).api.call('visit', { params: { session } });

it('the demonstration has a visit with everything that a visit is for', async () => {
  const { observation: { plan, scope, consents, evidence, inspections, notebook, report }, session: { phase } } = await viewOf('lin');
  expect(phase).toBe('open');
  expect(plan.stage).toBe('onSite');
  expect(plan.slots[plan.slot!.id]!.zone).toBeDefined();
  expect(scope.criteria).toHaveLength(7);
  expect(Object.values(scope.rehearsals).map((one) => one.verdict).toSorted()).toEqual(['go', 'go', 'go', 'go', 'noGo']);
  const bars = Object.fromEntries(Object.values(plan.zones).map(({ id, kind }) => [kind, captureBar(plan, consents, id)]));
  expect(bars).toEqual({
    gate: undefined, dock: undefined, warehouse: undefined, containerYard: undefined, office: undefined, perimeter: 'capture.noConsent', itRoom: 'capture.noRecord',
  });
  expect(Object.values(evidence.items).map((one) => one.state).toSorted()).toEqual(['released', 'released', 'released', 'review', 'withheld']);
  expect(Object.values(evidence.released).filter((one) => one.masked)).toHaveLength(1);
  expect(Object.values(inspections)).toMatchObject([{ container: 'CSQU3054383', misread: false, seal: { checks: { matches: 'conform' } } }]);
  expect(Object.values(notebook.questions).map((one) => one.state).toSorted()).toEqual(['answered', 'deferred', 'open', 'open']);
  expect(new Set(Object.values(notebook.findings).map((one) => one.grade))).toEqual(new Set(['conform', 'observation', 'recommendation']));
  expect(report.versions.map((one) => one.number)).toEqual([1, 2, 3]);
  expect(report.versions[2]!.texts.hostView && report.versions[2]!.texts.partnerView).toBeTruthy();
});

it('its pictures are there, for custody all and for observers those that were released', async () => {
  const { observation: { evidence } } = await viewOf('wu');
  const [wu, amina] = [await server.demoPerson('demo-wu'), await server.demoPerson('demo-amina')];
  for (const item of Object.values(evidence.items)) {
    for (const { id: version, kind } of item.versions) {
      if (kind === 'markup') continue;
      for (const part of ['content', 'thumbnail']) {
        const params = { session, evidence: item.id, version, part };
        expect((await wu.api.raw('evidenceFile', { params })).status).toBe(200);
        const isOpen = evidence.released[item.id]?.version === version;
        expect((await amina.api.raw('evidenceFile', { params })).status).toBe(isOpen ? 200 : 404);
      }
    }
  }
  const { observation: seen } = await viewOf('amina');
  expect(seen.evidence.items).toEqual({});
  expect(Object.values(seen.evidence.withheld)).toHaveLength(1);
});
