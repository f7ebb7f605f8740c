import type { Google } from '../../etl/google/client/google.ts';
import { renderPlan } from '../../etl/google/render/render-plan.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { SPREADSHEET } from './drive/model.ts';

interface Handed {
  readonly title: string;
  readonly parent: string;
  readonly appProperties?: Record<string, string>;
}

/** A spreadsheet made from a plan, filled as the plan is: the shortest way from a fill to a Google workbook. */
export async function handOut(google: Google, plan: Plan, { title, parent, appProperties }: Handed) {
  const { id } = await google.call('drive', () =>
    google.drive.files.create({
      supportsAllDrives: true,
      fields: 'id',
      requestBody: {
        name: title,
        mimeType: SPREADSHEET,
        parents: [parent],
        ...(appProperties && { appProperties }),
      },
    }),
  );
  const spreadsheetId = id!;
  const first = await google.call('sheets_read', () =>
    google.sheets.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.sheetId' }),
  );
  const tabs = renderPlan(plan, { set: 'entry' });
  await google.call('sheets_write', () =>
    google.sheets.spreadsheets.batchUpdate({
      spreadsheetId,
      requestBody: {
        requests: [
          ...tabs.map(({ properties }) => ({ addSheet: { properties } })),
          ...tabs.flatMap(({ requests }) => [...requests]),
          { deleteSheet: { sheetId: first.sheets![0]!.properties!.sheetId! } },
        ],
      },
    }),
  );
  return spreadsheetId;
}
