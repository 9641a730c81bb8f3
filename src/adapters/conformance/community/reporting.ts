import type { ReportReason } from '../../../model/report.js';
import type { Check, Subject } from '../../conformance.js';
import { expectEqual, expectRefusal } from '../expect.js';
import { offerTo, until, wholeElection } from './people.js';

/** How the brand is asked to look at a candidate. */
export function reporting(check: Check): void {
  check('a candidate is reported once a person, however often', [wholeElection()], async (subject) => {
    await until(subject, 'campaign');
    await report(subject, 'ann', 'ada', 'falsehood');
    await report(subject, 'ann', 'ada', 'offence');
    await report(subject, 'bob', 'ada', 'falsehood');
    await expectRefusal(report(subject, 'ann', 'zoe', 'other'), 'candidate-unknown');
    if (!subject.reports) return;
    expectEqual(await subject.reports('e', 'ada'), { falsehood: 2 }, 'what the brand is told');
    expectEqual(await subject.reports('e', 'ben'), {}, 'what it is told of another');
  });
}

async function report(subject: Subject, voter: string, candidate: string, reason: ReportReason) {
  const offer = await offerTo(subject, voter, 'candidacies');
  if (!offer.report) throw new Error('reports are not offered');
  return offer.report('e', candidate, reason);
}
