import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalog } from '../../etl/catalog/load.ts';
import { goldenCopy } from './msoko.ts';

/**
 * The golden workspace with an empty inbox, without the built-in forms, so that its books are small, and with one check:
 * of the pupils no more than all passed.
 */
export async function goldenDistrict(): Promise<string> {
  const dir = goldenCopy();
  rmSync(join(dir, 'inbox'), { recursive: true });
  mkdirSync(join(dir, 'inbox'));
  const { forms } = await loadCatalog({});
  const off = [...forms.keys()].map((code) => `${code},school_year,1\n`).join('');
  writeFileSync(join(dir, 'catalog', 'off.csv'), `code,frequency,disabled\n${off}`);
  writeFileSync(
    join(dir, 'catalog', 'checks.csv'),
    'code,check,form,left,op,right,severity,source,message\n' +
      'g.part,check.part_over_whole,g_school,g.passed,<=,g.pupils,error,test,Освоивших больше чем обучающихся.\n',
  );
  return dir;
}
