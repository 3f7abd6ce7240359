package build

// A stage is a query of the body and what becomes of its answer.
type stage struct {
	name  string // of the query, and of the view of its answer
	says  string // what it does, for people
	view  bool   // it is a view, and nothing is written
	table string // the folder of the field that it is; "": it goes when the field is made
	sort  string // the order of its rows
	rows  int    // of a row group, or a page where the engine has those
	plain bool   // neither packed nor with dictionaries, so that a row can be read at its place

	// What is too large to be sorted in one piece is cut into slots, which follow one
	// another in the order of the rows.
	slot   string // the column whose beginning, or whose node, says which slot
	within string // the stage whose slots are this one's too
}

const (
	readRows   = 122_880 // what is read from end to end, or in place
	keyRows    = 16_384  // what is searched for keys
	paperRows  = 2_048   // what is read of few papers, and is wide
	slotOfNode = "node"
)

// stages are those of a build, in their order.
var stages = []stage{
	{name: "read_papers", says: "reads the papers", rows: readRows},
	{name: "records", view: true},
	{name: "read_ids", says: "reads the ids that papers had", rows: readRows},
	{name: "links", says: "finds records that share an id", rows: readRows},
	{name: "folds", says: "finds which records are one work", rows: readRows},
	{name: "works", says: "makes one paper of each work", rows: readRows},
	{name: "ordinals", says: "puts the papers in the order of time", rows: readRows},
	{name: "places", view: true},
	{name: "names", says: "gathers the paperIds", rows: readRows},
	{name: "arcs", says: "reads the citations", rows: readRows, slot: "citing"},
	{name: "nodes", says: "writes nodes", table: "nodes", sort: "node", rows: readRows, plain: true, slot: slotOfNode},
	{name: "papers", says: "writes papers", table: "papers", sort: "node", rows: paperRows, slot: slotOfNode},
	{name: "read_abstracts", says: "reads the abstracts", rows: readRows},
	{name: "abstracts", says: "writes abstracts", table: "abstracts", sort: "node", rows: paperRows, slot: slotOfNode},
	{name: "by_citing", says: "writes citations by citing paper", table: "citations/by-citing", sort: "citing, cited", rows: readRows, plain: true, within: "arcs"},
	{name: "contexts", says: "writes how papers cite others", table: "contexts", sort: "citing, cited", rows: paperRows, within: "arcs"},
	{name: "by_cited", says: "writes citations by cited paper", table: "citations/by-cited", sort: "cited, citing", rows: readRows, plain: true, slot: "cited"},
	{name: "ids", says: "writes ids", table: "ids", sort: "key", rows: keyRows, slot: "key"},
	{name: "titles", says: "writes titles", table: "titles", sort: "key, node", rows: keyRows, slot: "key"},
}

// facts is the query that counts what came of the others.
const facts = "facts"
