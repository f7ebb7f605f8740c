import { beforeEach, describe, expect, it } from 'vitest';
import { District } from '../at-work/district.ts';
import { School } from '../at-work/school.ts';

let district: District;
beforeEach(async () => {
  district = await District.open();
});

describe('the page of a district', () => {
  it('shows what the night left', () => {
    const { organisations, night, issues, corrections } = district.view();
    expect(organisations.map(({ code, state, isPending }) => [code, state, isPending])).toEqual([
      ['s1', 'submitted', false],
      ['s2', 'submitted', false],
      ['s3', 'none', false],
    ]);
    expect([night.errors, issues.length, corrections.length]).toEqual([1, 1, 1]);
  });

  it('is not for a school, and says where the night has left nothing', async () => {
    district.book.remove('_state');
    expect(district.realm.call('openDistrict')).toEqual({ kind: 'noState' });
    const { realm } = await School.open();
    expect(realm.call('openDistrict')).toEqual({ kind: 'notDistrict' });
  });
});

describe('the menu', () => {
  const names = (authMode: string, { realm: one }: School | District): string[] => {
    one.ui.menus.length = 0;
    one.run('onOpen', { authMode });
    if (authMode === 'NONE') expect(one.calls.log).toEqual([]);
    one.calls.clear();
    return one.ui.menus[0]!.items.map(({ name }) => name).filter((name) => /Submission|District/.test(name));
  };

  it('has the items of the workbook’s unit, and all of them where nothing may be read yet', async () => {
    expect(names('LIMITED', district)).toEqual(['showSubmission', 'showDistrict']);
    expect(names('LIMITED', await School.open())).toEqual(['showSubmission']);
    expect(names('NONE', district)).toEqual(['showSubmission', 'showDistrict']);
  });
});
