package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/klauspost/compress/gzip"
	"golang.org/x/sync/errgroup"
)

// A set is a data set: files of uneven size, the last of which has no row.
type set struct {
	name   string
	shards int
	papers int
	rows   func(out []byte, place int, s shard) []byte // appends the rows of a paper
	again  int                                         // one in so many papers stands in two files; 0: none
}

// write writes the files, several at a time.
func (s set) write(folder string) error {
	folder = filepath.Join(folder, s.name)
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	bounds := s.bounds()
	for k := range s.shards {
		work.Go(func() error { return s.writeShard(folder, k, bounds) })
	}
	return work.Wait()
}

// bounds are where the shards begin, and the end of the last.
func (s set) bounds() []int {
	weights, sum := make([]int, s.shards), 0
	for k := range s.shards - 1 {
		weights[k] = 2 + k*7%5
		sum += weights[k]
	}
	bounds := []int{0}
	met := 0
	for _, w := range weights {
		met += w
		bounds = append(bounds, s.papers*met/sum)
	}
	return bounds
}

// block is how much text is packed at a time, and member that of a gzip member in
// the files that have several.
const (
	block  = 1 << 20
	member = 32 << 20
)

func (s set) writeShard(folder string, k int, bounds []int) error {
	f, err := os.Create(filepath.Join(folder, fmt.Sprintf("part-%03d.jsonl.gz", k)))
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	out, written := make([]byte, 0, 2*block), 0
	flush := func() error {
		_, err := z.Write(out)
		written, out = written+len(out), out[:0]
		if err == nil && k%3 == 0 && written > member {
			written = 0
			err = z.Close()
			z.Reset(f)
		}
		return err
	}
	for place, sh := range s.places(k, bounds) {
		if out = s.rows(out, place, sh); len(out) > block {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	if err := flush(); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return f.Close()
}

// places goes through the papers of a shard, in no order: its own, and some of
// the next shard's.
func (s set) places(k int, bounds []int) func(yield func(int, shard) bool) {
	step := stride(s.papers)
	return func(yield func(int, shard) bool) {
		own := shard{stringIDs: k == 1}
		for i := bounds[k]; i < bounds[k+1]; i++ {
			if !yield(i*step%s.papers, own) {
				return
			}
		}
		if s.again == 0 || k+2 >= len(bounds) {
			return
		}
		for i := bounds[k+1]; i < bounds[k+2]; i += s.again {
			if !yield(i*step%s.papers, own) {
				return
			}
		}
	}
}

// stride is a step by which one comes to every paper once.
func stride(papers int) int {
	for step := papers*5/8 | 1; ; step += 2 {
		if gcd(step, papers) == 1 {
			return step
		}
	}
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
