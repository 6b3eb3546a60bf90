// The rules of an answering service and the days of a report, as chance has them.
import fc from 'fast-check';
import { abandonedRules, type ServiceRules } from '../../src/domain/tenancy/model';
import type { World } from './world';

/** As the rules of the answering service, whatever stood there before. */
export async function layDown(world: World, rules: Omit<ServiceRules, 'playbookId'>): Promise<ServiceRules> {
  const row = {
    organization_id: world.organizationId,
    playbook_id: 'step_back',
    service_level_percent: rules.serviceLevelPercent,
    service_level_seconds: rules.serviceLevelSeconds,
    abandoned_rule: rules.abandonedRule,
    abandoned_after_seconds: rules.abandonedAfterSeconds,
    billing_step_seconds: rules.billingStepSeconds,
    billing_least_seconds: rules.billingLeastSeconds,
    changed_at: new Date(),
  };
  const { ownerSql } = world;
  await ownerSql`delete from service_rules`;
  await ownerSql`insert into service_rules ${ownerSql(row)}`;
  return { ...rules, playbookId: 'step_back' };
}

export const someRules = fc.record({
  serviceLevelPercent: fc.integer({ min: 1, max: 100 }),
  serviceLevelSeconds: fc.integer({ min: 1, max: 45 }),
  abandonedRule: fc.constantFrom(...abandonedRules),
  abandonedAfterSeconds: fc.integer({ min: 0, max: 45 }),
  billingStepSeconds: fc.constantFrom(1, 6, 30, 60, 360),
  billingLeastSeconds: fc.constantFrom(0, 1, 30, 60, 100),
});

/** Days that begin or end around a change of the clocks, one of them or many. */
export const someDays = fc
  .tuple(
    fc.constantFrom(
      '2026-03-06',
      '2026-03-08',
      '2026-03-28',
      '2026-03-29',
      '2026-10-24',
      '2026-10-25',
      '2026-11-01',
    ),
    fc.constantFrom(0, 0, 1, 3, 30, 200),
  )
  .map(([from, days]) => ({
    from,
    to: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10),
  }));
