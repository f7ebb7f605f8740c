import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { detectPersonalData } from '../../shared/parse/personal-data.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { googleClientTexts } from '../../shared/texts/google-client.ts';
import { nearest } from '../../shared/texts/nearest.ts';
import { scheduleTexts } from '../../shared/texts/schedule.ts';
import { workspaceTexts } from '../../shared/texts/workspace.ts';
import { isCronFault, readCron } from '../schedule/cron.ts';
import { googleId } from './google-id.ts';
import { WorkspaceError } from './workspace-error.ts';

const schoolYear = z
  .string()
  .refine((key) => parsePeriod(key)?.frequency === 'school_year', { error: workspaceTexts.badSchoolYear });

const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { error: workspaceTexts.badTimeZone },
);

const schedule = z.string().superRefine((expression, context) => {
  const read = readCron(expression);
  if (!isCronFault(read)) return;
  const message =
    read.what === 'fields'
      ? scheduleTexts.badFields(read.count)
      : read.what === 'never'
        ? scheduleTexts.never
        : scheduleTexts.badField(read.what, read.raw, read.least, read.most);
  context.addIssue({ code: 'custom', message });
});

const lowResults = z.strictObject({
  set: z.string().default('botlikh-2025'),
  join: z.enum(['and', 'or']).default('and'),
  examRules: z.int().min(1).default(1),
  minParticipants: z.int().min(0).default(5),
});

const google = z.strictObject({
  /** Folder of the district on Google Drive (a Shared Drive's too): its id, or the link a person copied. */
  folder: z.string().transform((text, context) => {
    const id = googleId(text);
    if (id === undefined) context.addIssue({ code: 'custom', message: googleClientTexts.config.badFolder });
    return id ?? '';
  }),
  /** Key file, below the workspace or absolute; without it GOOGLE_APPLICATION_CREDENTIALS counts. */
  credentials: z.string().min(1).optional(),
  /** Mailboxes of the office that may change protected cells. */
  editors: z.array(z.email({ error: googleClientTexts.config.badMailbox })).default([]),
  readsPerMinute: z.int().min(1).default(60),
  writesPerMinute: z.int().min(1).default(60),
  /** The nightly run writes the summary into the district's spreadsheet. */
  summary: z.boolean().default(true),
  /** The nightly run tells organisations in their spreadsheets what it found; not without `summary`. */
  returns: z.boolean().default(true),
});

const schema = z.strictObject({
  schoolYear,
  timeZone: timeZone.default('Europe/Moscow'),
  /** Folders below the workspace that are read. */
  sources: z.array(z.string()).default(['inbox']),
  /** Folder of the embedded database below the workspace. */
  store: z.string().default('store'),
  /** Cron expression of the nightly run, read in `timeZone`. */
  schedule: schedule.default('0 3 * * *'),
  disclosure: z.strictObject({ minimum: z.int().min(1).default(5) }).default({ minimum: 5 }),
  rules: z.strictObject({ lowResults: lowResults.default(lowResults.parse({})) }).optional(),
  messages: z.record(z.string(), z.string()).optional(),
  google: google.optional(),
  /** A line shown on every tab that is published, e.g. «демонстрационные данные». */
  label: z
    .string()
    .max(80)
    .refine((label) => detectPersonalData(label) === undefined, { error: workspaceTexts.personalLabel })
    .optional(),
});

export type WorkspaceConfig = z.infer<typeof schema>;

/**
 * Reads msoko.config.json. Throws WorkspaceError for a missing file, broken JSON, an unknown key (naming the nearest
 * known one) or a wrong value; all faults are in one message.
 */
export async function readConfig(path: string): Promise<WorkspaceConfig> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new WorkspaceError('config.missing', workspaceTexts.noConfig(path), workspaceTexts.noConfigHint);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new WorkspaceError(
      'config.json',
      workspaceTexts.brokenJson(path, String(error)),
      workspaceTexts.configHint,
    );
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => {
    const at = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys
        .map((key) => workspaceTexts.unknownKey([...at, key].join('.'), nearest(key, knownKeys(at))))
        .join('; ');
    }
    return workspaceTexts.badValue(at.join('.'), issue.message);
  });
  throw new WorkspaceError(
    'config.invalid',
    workspaceTexts.badConfig(path, faults),
    workspaceTexts.configHint,
  );
}

/** Keys that the schema knows at a path, for the suggestion. */
function knownKeys(path: readonly string[]): string[] {
  const shapes: Record<string, readonly string[]> = {
    '': Object.keys(schema.shape),
    disclosure: ['minimum'],
    rules: ['lowResults'],
    'rules.lowResults': Object.keys(lowResults.shape),
    google: Object.keys(google.shape),
  };
  return [...(shapes[path.join('.')] ?? [])];
}
