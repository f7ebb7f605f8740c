import { describe, expect, it } from 'vitest';
import { nightFault, withoutRepeats } from '../../../etl/google/night-fault.ts';
import type { Issue } from '../../../shared/issue/issue.ts';

const issue = (code: string, task?: string): Issue => ({
  code: code as Issue['code'],
  place: { file: 'x' },
  ...(task !== undefined && { params: { task } }),
});

describe('nightFault', () => {
  it.each([
    [issue('google.unavailable', 'folder'), true],
    [issue('google.credentials', 'folder'), true],
    [issue('google.not_found', 'folder'), true],
    [issue('google.forbidden', 'summary'), true],
    [issue('google.storage_quota', 'summary'), true],
    [issue('google.unavailable', 'workbook'), true],
    [issue('google.quota', 'workbook'), true],
    // a school's matter
    [issue('google.not_found', 'workbook'), false],
    [issue('google.forbidden', 'workbook'), false],
    // what is sent back to a school is its own matter too, unless Google itself does not answer
    [issue('google.not_found', 'returns'), false],
    [issue('google.forbidden', 'returns'), false],
    [issue('google.storage_quota', 'returns'), false],
    [issue('google.unavailable', 'returns'), true],
    [issue('google.quota', 'returns'), true],
    [issue('file.encrypted'), false],
    [issue('cell.not_number'), false],
  ])('%j', (one, is) => {
    expect(nightFault([issue('value.conflict'), one]) !== undefined).toBe(is);
  });
});

describe('withoutRepeats', () => {
  it('says a trouble of the key once, those of spreadsheets each', () => {
    const forbidden = issue('google.forbidden', 'returns');
    const [refused, off] = ['google.unauthorised', 'google.api_disabled'].map((code) =>
      issue(code, 'summary'),
    );
    expect(
      withoutRepeats([refused!, off!, forbidden, off!, forbidden], [issue('google.unauthorised', 'folder')]),
    ).toEqual([off, forbidden, forbidden]);
  });
});
