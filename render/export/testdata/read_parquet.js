// Reads Parquet with DuckDB. Arguments: the file of papers, that of citations.
// Prints what it found as JSON. NODE_PATH tells where @duckdb/node-api is.
const { DuckDBInstance } = require("@duckdb/node-api");

async function main(papers, citations) {
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  const ask = async (sql, file) => (await db.runAndReadAll(sql, { file })).getRowObjectsJson();
  const rows = await ask("select paperId, title, year, authors, listed, globalCitations, localCitations, pagerank from read_parquet($file)", papers);
  const cites = await ask("select citing, cited from read_parquet($file)", citations);
  const columns = await ask("select column_name as name, column_type as type from (describe select * from read_parquet($file))", papers);
  console.log(JSON.stringify({ papers: rows, citations: cites, columns }));
}

main(process.argv[2], process.argv[3]).catch((e) => {
  console.error(e);
  process.exit(1);
});
