import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { demoInbox } from '../../etl/demo/build-demo.ts';
import { oneDistrict } from '../../etl/demo/demonstration.ts';
import { writeDemoWorkspace } from '../../etl/demo/write-demo-workspace.ts';
import { outputsOf } from '../../etl/run/outputs.ts';
import { publish } from '../../etl/run/publish.ts';
import { runWorkspace } from '../../etl/run/run-workspace.ts';
import { withStore } from '../../etl/store/with-store.ts';
import { openWorkspace } from '../../etl/workspace/open-workspace.ts';
import { readWorkbook } from '../../etl/xlsx/read.ts';
import { writeWorkbook } from '../../etl/xlsx/write.ts';
import type { WorkbookData } from '../../shared/parse/workbook.ts';
import { schoolPlan, writeDistrict } from './invented-district.ts';
import { interleave, median } from './measure.ts';
import { compared, type Section } from './report.ts';

/** exceljs alone, bare values: no looks, formulas, rules, notes, charts. */
async function writeBare({ sheets }: WorkbookData): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, cells } of sheets) {
    const worksheet = workbook.addWorksheet(name);
    for (const { row, column, scalar } of cells) {
      worksheet.getCell(row, column).value = 'value' in scalar ? scalar.value : '';
    }
  }
  await workbook.xlsx.writeBuffer();
}

function cellsOf(bytes: Uint8Array): WorkbookData {
  const reading = readWorkbook(bytes);
  if (!reading.ok) throw new Error(`our reader refuses its own renderer's file: ${reading.issue.code}`);
  return reading.workbook;
}

/** Draws the summary of the demonstration, whose reports are read and evaluated first. */
async function demoSummary(dir: string, quick: boolean): Promise<() => Promise<Uint8Array>> {
  await writeDemoWorkspace(dir);
  const workspace = await openWorkspace(dir);
  const inbox = demoInbox(workspace);
  await publish(workspace, quick ? inbox.slice(0, 3) : inbox, () => undefined);
  return withStore(workspace, async (store) => {
    const silent = { reading: () => undefined, evaluating: () => undefined, writing: () => undefined };
    const { assessment } = await runWorkspace(workspace, store, oneDistrict.date, silent);
    const runs = await store.runs();
    return () => outputsOf(workspace, assessment, runs, oneDistrict.date).files[0]!.bytes();
  });
}

/** Templates and the summary of a district, plan and file, against the bare cells written by exceljs. */
export async function benchWriting(folder: string, quick: boolean): Promise<Section> {
  const schools = 20;
  const workspace = await writeDistrict(join(folder, 'district-writing'), schools);
  let next = 0;
  const template = () => writeWorkbook(schoolPlan(workspace, next++ % schools));
  const summary = await demoSummary(join(folder, 'demo'), quick);
  const templateCells = cellsOf(await template());
  const summaryCells = cellsOf(await summary());
  const times = await interleave(
    {
      template,
      bareTemplate: () => writeBare(templateCells),
      summary,
      bareSummary: () => writeBare(summaryCells),
    },
    quick ? { rounds: 1, warmUp: 0, atLeast: 0 } : { rounds: 11, warmUp: 2000, atLeast: 300 },
  );
  const rate = 1000 / median(times.template.wall);
  return {
    title: `4. Writing (${rate.toFixed(1)} templates per second here and now)`,
    lines: [
      compared('template of a school : its bare cells by exceljs', times.template, times.bareTemplate),
      compared('summary of the demo : its bare cells by exceljs', times.summary, times.bareSummary),
    ],
  };
}
