/** The file of the store is broken, or it is no store. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged';
}

/** The file system does not let the store be opened: no rights, no space, no such folder. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}

/** The store was written by a newer version of the product. */
export class StoreTooNew extends Error {
  override readonly name = 'StoreTooNew';
}

/** A method was called after `close`. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';
}

/** A change was asked for under a run that was never begun or is already finished. */
export class RunNotOpen extends Error {
  override readonly name = 'RunNotOpen';
}

/** No source has this id. */
export class SourceUnknown extends Error {
  override readonly name = 'SourceUnknown';
}

/** A file cannot move to a path under which the store keeps another one: commit it there as a new version. */
export class SourcePathTaken extends Error {
  override readonly name = 'SourcePathTaken';
}
