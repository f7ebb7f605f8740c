import type { NumberFormat } from '../../shared/plan/plan.ts';

/**
 * Format codes as files store them (comma for thousands, point for decimals; each program shows its own signs).
 * Shares are 0–100 everywhere (contracts §1), so the percent sign is a printed letter, not the ×100 operator.
 */
export const numberFormats: Readonly<Record<NumberFormat, string>> = {
  general: 'General',
  integer: '#,##0',
  decimal1: '#,##0.0',
  decimal2: '#,##0.00',
  decimal3: '#,##0.000',
  percent1: '0.0"\u00a0%"',
  date: 'dd.mm.yyyy',
  text: '@',
  blank: ';;;',
};
