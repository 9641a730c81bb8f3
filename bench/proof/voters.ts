export const ELECTION = 'proof';

export const deviceOf = (number: number): string => String(number).padStart(22, '0');
