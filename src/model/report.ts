/** Why somebody asks the brand to look at a candidate. */
export const REPORT_REASONS = ['impersonation', 'offence', 'falsehood', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** How many reports there are, by reason; a reason that nobody gave is absent. */
export type Reports = Readonly<Partial<Record<ReportReason, number>>>;
