import type { BriefingContentInput } from './model';
import { breachTemplate } from './template-breach';
import { closureTemplate } from './template-closure';
import { lateDeliveriesTemplate } from './template-late-deliveries';
import { outageTemplate } from './template-outage';
import { productRecallTemplate } from './template-product-recall';
import { wrongAmountsTemplate } from './template-wrong-amounts';

/**
 * Where a briefing of one trade may begin. Everything in it may be read aloud as it stands, but for the words in
 * [square brackets]: at most three, one of them in the headline. publicationProblems lets none of them pass.
 */
export type BriefingTemplate = {
  readonly id: string;
  readonly title: string;
  /** When to choose it, in one sentence. */
  readonly summary: string;
  readonly content: BriefingContentInput;
};

/** The templates in the order in which they are offered. */
export function briefingTemplates(): BriefingTemplate[] {
  return [
    {
      id: 'data-breach',
      title: 'Data breach',
      summary: 'Personal details may have been seen by somebody who should not have seen them.',
      content: breachTemplate(),
    },
    {
      id: 'wrong-amounts',
      title: 'Wrong invoice or payroll',
      summary: 'Invoices, payslips or payments went out with wrong amounts.',
      content: wrongAmountsTemplate(),
    },
    {
      id: 'outage',
      title: 'Outage',
      summary: 'A website, payments, a line, heating or another supply is not working.',
      content: outageTemplate(),
    },
    {
      id: 'product-recall',
      title: 'Product recall',
      summary: 'A product must not be used, eaten or sold any more, and callers ask what to do with it.',
      content: productRecallTemplate(),
    },
    {
      id: 'closure-by-weather',
      title: 'Closure by weather',
      summary: 'Snow, storm, heat or flood: a site stays closed, and appointments cannot take place.',
      content: closureTemplate(),
    },
    {
      id: 'late-deliveries',
      title: 'Delayed deliveries',
      summary: 'Deliveries or visits come later than they were announced.',
      content: lateDeliveriesTemplate(),
    },
  ];
}
