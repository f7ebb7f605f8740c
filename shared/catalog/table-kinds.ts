/** Kinds of catalogue tables: their columns in the order of contracts §3, and the columns that make a row's key. */
export interface TableKindSpec {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Without these a table of the kind says nothing; any other column may be left out and reads as empty. */
  readonly required: readonly string[];
}

const spec = (columns: string, key: string, required: string): TableKindSpec => ({
  columns: columns.split(','),
  key: key.split(','),
  required: required.split(','),
});

/**
 * Our extensions of contracts §3: the tables `synonyms`, `directions`, `official`, `calendar`, `clusters`, `reference`,
 * `peers`, `cycle`, `disclosures`, `records`, `fields`; the columns `section` and `note` of expected results; the column
 * `roadmap` of activities, expected results and criteria, which names the
 * roadmap where no folder `roadmaps/<id>/` does; `note` of a roadmap: what is odd about the whole document; `scope` of
 * checks; `tab` of forms, a name for the tab where the title is too long for one; `may_exceed` of indicators: a share
 * whose sides are counted by different people may lie above 100 % without a fault; `ended_by` of registers: the date by
 * which a row is marked as holding no longer, where rows are not cleared.
 */
export const tableKinds = {
  directions: spec('id,title,mechanism,short', 'id', 'id,title'),
  roadmaps: spec(
    'id,district,region,title,approved_by,approved_on,period_from,period_to,source,note',
    'id',
    'id,district,title',
  ),
  dimensions: spec('dimension,member,title,order', 'dimension,member', 'dimension,member'),
  synonyms: spec('dimension,member,word', 'dimension,word', 'dimension,member,word'),
  forms: spec(
    'code,title,direction,level,org_types,programmes,frequency,due,as_of,order,help,tab',
    'code',
    'code,frequency',
  ),
  elements: spec(
    'code,name,form,org_types,applies_if,level,type,unit,dims,min,max,required,rollup,to_time,resets,help,aliases',
    'code',
    'code,form,type',
  ),
  indicators: spec(
    'code,direction,no,parent,name,title,kind,unit,numerator,denominator,factor,scope,dims,better,norm,cumulative,' +
      'level,min_n,basis,negative_effects,valid_from,valid_to,roadmap,activity,source_line,note,aliases,may_exceed',
    'code,valid_from',
    'code,kind',
  ),
  checks: spec(
    'code,check,form,left,op,right,severity,valid_from,valid_to,source,message,scope',
    'code',
    'code,check,left,op,right',
  ),
  peers: spec(
    'code,form,part,whole,factor,unit,side,width,least,min_peers,min_whole,severity,valid_from,valid_to,source,message',
    'code',
    'code,part,whole',
  ),
  activities: spec(
    'id,direction,section,no,title,deadline,target,executors,documents,level,year,parent,evidence_inherited,note,roadmap',
    'id,roadmap',
    'id,direction,title,deadline',
  ),
  expected: spec(
    'direction,year,result,section,note,roadmap',
    'direction,year,result,roadmap',
    'direction,year,result',
  ),
  criteria: spec(
    'direction,group,no,level,criterion,evidence,polarity,note,roadmap',
    'direction,group,no,level,criterion,roadmap',
    'direction,criterion,polarity',
  ),
  calendar: spec('region,day,work,title,source,provisional', 'day,region', 'region,day,work'),
  clusters: spec(
    'code,title,scope,measure,from,to,order,valid_from,valid_to,source',
    'code,valid_from',
    'code,title,scope',
  ),
  reference: spec(
    'indicator,level,region,period,value,source,note',
    'indicator,level,region,period',
    'indicator,level,period,value',
  ),
  official: spec('element,procedure,measure,source', 'element,procedure', 'element,procedure,measure'),
  cycle: spec('code,link,source,words,without,note', 'code', 'code,link,source,words'),
  disclosures: spec('direction,element,ministry,reason', 'direction,element', 'direction,ministry'),
  records: spec(
    'code,title,tab,direction,level,org_types,programmes,standing,rows,order,help,source,ended_by',
    'code',
    'code,title,standing',
  ),
  fields: spec(
    'record,code,name,type,list,required,printed,min,max,unit,width,order,help',
    'record,code',
    'record,code,name,type',
  ),
} as const;

export type TableKind = keyof typeof tableKinds;

export const tableKindNames = Object.keys(tableKinds) as readonly TableKind[];

/** Allowed in every table: `1` removes the row of the same key. */
export const disabledColumn = 'disabled';
