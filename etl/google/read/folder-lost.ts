/** The district's folder on Google Drive lies in the bin, was deleted, or is not shared with us any more. */
export class FolderLost extends Error {
  override readonly name = 'FolderLost';
}
