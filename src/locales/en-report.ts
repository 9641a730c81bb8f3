import type { ReportMessages } from './report-messages.js';

export const report: ReportMessages = {
  open: 'Report',
  openName: (name) => `Report ${name}’s candidacy`,
  title: (name) => `What is wrong with ${name}’s candidacy?`,
  reasons: {
    impersonation: 'It is somebody else’s name or photo',
    offence: 'It is insulting or hateful',
    falsehood: 'It states something false',
    other: 'Something else',
  },
  note: (brand) => `${brand} reads each report, and sees how many there are, not from whom.`,
  send: 'Send the report',
  cancel: 'Cancel',
  sent: 'Reported, thank you: the brand will look.',
};
