package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"citemap/fetch/library"
	"citemap/graph"
	"citemap/graph/graphtest"
)

// options are what the command line asks for.
type options struct {
	runs, largest                int
	shared, script, python, only string
	whole, kernels               bool
}

// A source makes a corpus to be measured.
type source struct {
	name string
	make func() (*graph.Corpus, error)
}

// subjects are the graphs to measure: the real ones where they are present,
// then generated ones of 10^5 citations and more.
func subjects(o options) []source {
	var out []source
	for _, name := range []string{"aan", "hepth"} {
		path := filepath.Join(o.shared, "graphs", name+".snapshot.jsonl.gz")
		if _, err := os.Stat(path); err == nil {
			out = append(out, source{name, func() (*graph.Corpus, error) {
				s, err := library.ScanFile(path)
				if err != nil {
					return nil, err
				}
				c := s.Corpus()
				return &graph.Corpus{Papers: c.Whole()}, nil
			}})
		}
	}
	for n := 100_000; n <= o.largest; n *= 10 {
		out = append(out, source{fmt.Sprintf("generated, %.0e citations", float64(n)), func() (*graph.Corpus, error) {
			return graphtest.Field(1, n), nil
		}})
	}
	return out
}

// A subject is a graph that is measured.
type subject struct {
	name   string
	graph  *graph.Graph
	file   string        // its citations, as pairs of uint32
	build  time.Duration // it took to build it
	memory uint64        // that it holds, without the papers of the corpus
	peak   uint64        // while it was built, at most
}

// load builds the graph and writes its citations to a file.
func load(x source, file string) (*subject, error) {
	corpus, err := x.make()
	if err != nil {
		return nil, err
	}
	s := &subject{name: x.name, file: file}
	before := allocated()
	began := time.Now()
	s.graph = graph.New(corpus)
	s.build = time.Since(began)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s.peak = max(m.HeapAlloc, before) - before
	s.memory = max(allocated(), before) - before
	runtime.KeepAlive(corpus)
	return s, s.write()
}

// allocated is what the heap holds once the garbage is gone.
func allocated() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func (s *subject) write() error {
	f, err := os.Create(s.file)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	pair := make([]byte, 8)
	for n := range graph.Node(s.graph.Len()) {
		for _, cited := range s.graph.References(n) {
			binary.LittleEndian.PutUint32(pair, n)
			binary.LittleEndian.PutUint32(pair[4:], cited)
			if _, err := w.Write(pair); err != nil {
				return err
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
