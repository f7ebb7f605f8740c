import type { FormBook } from '../../calls/form.ts';
import { server } from '../kit/server.ts';

/** Asks for the definitions of the workbook. Rejects where nothing came: Google hands over null for an answer that it cannot carry. */
export async function askFormBook(): Promise<FormBook> {
  const answer: FormBook | null = await server('formBook');
  if (!answer) throw new Error('formBook: no answer');
  return answer;
}
