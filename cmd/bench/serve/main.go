// Serve answers for the papers of a snapshot as the API of Semantic Scholar would, for
// a library of any size to be filled without a network:
//
//	go run ./cmd/bench/serve -snapshot field.jsonl &
//	citemap fetch list.md --api-url http://127.0.0.1:8089 --rate 1000 --library l.db
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"time"

	"citemap/fetch/library"
	"citemap/fetch/semanticscholar/apitest"
)

func main() {
	snapshot := flag.String("snapshot", "", "serve the papers of this snapshot")
	address := flag.String("listen", "127.0.0.1:8089", "at this address")
	flag.Parse()
	if err := serve(*snapshot, *address); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

func serve(snapshot, address string) error {
	s, err := library.ScanFile(snapshot)
	if err != nil {
		return err
	}
	corpus := s.Corpus()
	papers := corpus.Whole()
	if err := corpus.Columns.Err(); err != nil {
		return err
	}
	fmt.Printf("%d papers at http://%s\n", len(papers), address)
	server := http.Server{Addr: address, Handler: apitest.New(papers), ReadHeaderTimeout: time.Minute}
	return server.ListenAndServe()
}
