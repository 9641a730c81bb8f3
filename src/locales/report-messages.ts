import type { ReportReason } from '../model/report.js';

/** What one reads who asks the brand to look at a candidate. Loaded with that. */
export interface ReportMessages {
  readonly open: string;
  readonly openName: (name: string) => string;
  readonly title: (name: string) => string;
  readonly reasons: Readonly<Record<ReportReason, string>>;
  readonly note: (brand: string) => string;
  readonly send: string;
  readonly cancel: string;
  readonly sent: string;
}
