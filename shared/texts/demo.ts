/** Words of the invented district. */
export const demoTexts = {
  label: 'демонстрационные данные',
  post: 'заместитель руководителя',
  corrected: 'исправлено',
  notWorkbook: '<html><body>Файл не найден</body></html>',
};
