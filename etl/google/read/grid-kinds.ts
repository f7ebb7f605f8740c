import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { formatMeaning, type NumberMeaning } from '../../xlsx/reading/number-format.ts';

/** A formula whose result had not come when the spreadsheet was read. */
export const loading = '#LOADING';

/** What the values of a tab do not say: which numbers are percents or dates, which cells are formulas or errors. */
export class GridKinds {
  readonly #meanings = new Map<string, NumberMeaning>();
  readonly #typed = new Set<string>();
  readonly #errors = new Map<string, string>();
  readonly #isKnown: boolean;

  /** `data`: the grid as `gridFields` asks for it; undefined where Google gave none. */
  constructor(data: readonly sheets_v4.Schema$GridData[] | undefined) {
    this.#isKnown = data !== undefined && data.length > 0;
    for (const { startRow, startColumn, rowData } of data ?? []) {
      rowData?.forEach(({ values }, r) => {
        values?.forEach((cell, c) => {
          this.#add((startRow ?? 0) + r + 1, (startColumn ?? 0) + c + 1, cell);
        });
      });
    }
  }

  meaning(row: number, column: number): NumberMeaning {
    return this.#meanings.get(`${row} ${column}`) ?? 'plain';
  }

  /** A number that nobody typed comes out of a formula. */
  isFormula(row: number, column: number): boolean {
    return this.#isKnown && !this.#typed.has(`${row} ${column}`);
  }

  /** `#DIV/0!` and its kin; undefined for a cell without an error. */
  error(row: number, column: number): string | undefined {
    return this.#errors.get(`${row} ${column}`);
  }

  #add(row: number, column: number, cell: sheets_v4.Schema$CellData): void {
    const { userEnteredValue, effectiveValue, effectiveFormat } = cell;
    const meaning = meaningOf(effectiveFormat?.numberFormat);
    if (meaning !== 'plain') this.#meanings.set(`${row} ${column}`, meaning);
    if (typeof userEnteredValue?.numberValue === 'number') this.#typed.add(`${row} ${column}`);
    const error = effectiveValue?.errorValue;
    if (error) this.#errors.set(`${row} ${column}`, errors[error.type ?? ''] ?? '#ERROR!');
  }
}

/** Names that Google gives to errors, as spreadsheets show them; its values add an explanation in some language. */
const errors: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: loading,
};

/** A pattern of one's own may show percents or dates under any type. */
function meaningOf(format: sheets_v4.Schema$NumberFormat | undefined): NumberMeaning {
  switch (format?.type) {
    case 'PERCENT':
      return 'percent';
    case 'DATE':
    case 'DATE_TIME':
      return 'date';
    case 'NUMBER':
    case 'CURRENCY':
    case 'NUMBER_FORMAT_TYPE_UNSPECIFIED':
      return format.pattern ? formatMeaning(format.pattern) : 'plain';
    default:
      return 'plain';
  }
}
