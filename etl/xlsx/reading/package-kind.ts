import type { Archive } from './archive.ts';

/** What a zip holds where it holds no workbook that we read: `kind` of file.unknown_kind. */
export function packageKind(archive: Archive): string {
  const names = archive.names();
  const has = (shape: RegExp): boolean => names.some((name) => shape.test(name));
  if (has(/^xl\/workbook\.bin$/)) return 'xlsb';
  if (has(/^word\/document\.xml$/)) return 'docx';
  if (has(/^ppt\/presentation\.xml$/)) return 'pptx';
  if (has(/^index\/document\.iwa$/) || has(/^index\.zip$/)) return 'numbers';
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return 'ods';
  return has(/\.(?:xlsx?|xlsm|xlsb|ods|csv|docx?|zip|rar|7z)$/) ? 'archive' : 'zip';
}
