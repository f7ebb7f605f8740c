/** Texts about files of the inbox and what was refused in them. */
export const sourceTexts = {
  hiddenName: (mark: string) => `(имя скрыто ${mark})`,
  hiddenTab: (position: number) => `лист ${position} (имя скрыто)`,
  /** Why a file could not even be opened. */
  unavailable: {
    link: 'Вместо файла в папке лежит ссылка (ярлык) на него.',
    name: 'Имя файла записано в неизвестной кодировке, поэтому открыть его нельзя.',
    access: 'Нет прав на чтение файла.',
    busy: 'Файл занят другой программой или недоступен.',
  } as Readonly<Record<string, string>>,
  unavailableTodo: {
    link: 'Положите в папку сам файл, а не ссылку на него.',
    name: 'Переименуйте файл: оставьте в имени обычные буквы и цифры.',
    access: 'Дайте программе право читать файл и запустите обработку снова.',
    busy: 'Закройте файл в других программах и запустите обработку снова.',
  } as Readonly<Record<string, string>>,
  /** What else people send instead of a workbook, by `kind` of file.unknown_kind. */
  otherKinds: {
    xlsb: 'Файл сохранён в двоичном формате .xlsb.',
    ods: 'Файл сохранён в формате OpenDocument (.ods).',
    numbers: 'Файл сохранён в программе Numbers, хотя называется книгой Excel.',
    docx: 'Это текстовый документ, а не книга Excel.',
    pptx: 'Это презентация, а не книга Excel.',
    archive: 'Это архив, внутри которого лежат файлы; архивы не распаковываются.',
    html: 'Это веб-страница, сохранённая под видом таблицы.',
  } as Readonly<Record<string, string>>,
  otherKindsTodo: {
    archive: 'Распакуйте архив и положите в папку файлы из него.',
    save: 'Откройте документ в табличном редакторе и сохраните его в формате «Книга Excel (.xlsx)».',
    send: 'Пришлите заполненный шаблон в формате .xlsx, а посторонний файл уберите из папки.',
  },
} as const;
