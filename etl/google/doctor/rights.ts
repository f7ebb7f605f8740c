import { googleDoctorTexts as texts } from '../../../shared/texts/google-doctor.ts';
import type { GoogleCredentials } from '../client/credentials.ts';
import type { Google } from '../client/google.ts';
import { GoogleError } from '../client/google-error.ts';
import { advice, bad, type Finding, good } from './finding.ts';

type Api = 'drive' | 'sheets';

/** Where an API is switched on; Google asks for the project there. */
const library = (api: Api): string => `https://console.cloud.google.com/apis/library/${api}.googleapis.com`;

/** A spreadsheet that cannot exist: whether the API is on is told before whether there is such a file. */
const nobody = 'msoko-doctor-asks-whether-sheets-answer';
const nearlyFull = 95;

/** Whether Google takes the key, and both APIs are open to it. The last finding is bad where nothing further can be asked. */
export async function rightsFindings(google: Google, credentials: GoogleCredentials): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    const { storageQuota } = await google.call('drive', () =>
      google.drive.about.get({ fields: 'user(emailAddress),storageQuota(limit,usage)' }),
    );
    findings.push(good('google.token', texts.signedIn), good('google.drive', texts.apiOn(texts.apis.drive)));
    const percent = (100 * Number(storageQuota?.usage)) / Number(storageQuota?.limit);
    if (credentials.type === 'authorized_user' && percent >= nearlyFull)
      findings.push(advice('google.storage', texts.full(Math.floor(percent)), texts.fullHint));
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    if (error.code === 'credentials' || error.code === 'unauthorised')
      return [refusedKey(error, credentials)];
    findings.push(good('google.token', texts.signedIn), refusedApi('drive', error));
  }
  try {
    await google.call('sheets_read', () =>
      google.sheets.spreadsheets.get({ spreadsheetId: nobody, fields: 'spreadsheetId' }),
    );
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    if (error.code !== 'not_found' && !isPlainRefusal(error)) {
      findings.push(refusedApi('sheets', error));
      return findings;
    }
  }
  findings.push(good('google.sheets', texts.apiOn(texts.apis.sheets)));
  return findings;
}

/** «Not yours» instead of «not there»: the API is on all the same. */
const isPlainRefusal = ({ code, reason }: GoogleError): boolean =>
  code === 'forbidden' && reason === 'PERMISSION_DENIED';

function refusedKey({ reason }: GoogleError, { type }: GoogleCredentials): Finding {
  if (reason === 'invalid_client' || reason === 'unauthorized_client' || reason === 'deleted_client')
    return bad('google.token', texts.refusedClient, texts.refusedClientHint);
  return type === 'service_account'
    ? bad('google.token', texts.refusedService, texts.refusedServiceHint)
    : bad('google.token', texts.refusedUser, texts.refusedUserHint);
}

/** Why an API does not answer, in words of this step. */
export function refusedApi(api: Api, error: GoogleError): Finding {
  const check = `google.${api}`;
  const name = texts.apis[api];
  switch (error.code) {
    case 'api_disabled':
      return bad(check, texts.apiOff(name), texts.apiOffHint(library(api)));
    case 'forbidden':
      return bad(check, texts.scope(name), texts.scopeHint);
    case 'quota':
      return bad(check, texts.quotaNow, texts.quotaNowHint);
    default:
      return bad(check, texts.refusedCall(name, error.message), error.hint);
  }
}
