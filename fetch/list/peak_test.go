package list_test

import (
	"runtime"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"citemap/fetch/list"
)

// dense are texts of a size that make many entries of few bytes, or many nodes.
func dense(size int) map[string][]byte {
	texts := map[string][]byte{
		"solid links": []byte(strings.Repeat("[Paper of Many](https://arxiv.org/abs/2101.00001)\n", size/50)),
		"items":       []byte(strings.Repeat("- [A Paper of Many](https://arxiv.org/abs/2101.00001) by Jane Doe, 2021\n", size/74)),
	}
	for _, h := range hostile {
		switch h.name {
		case "3,000 entries with long words about them", "a table of many rows", "one long line of links", "rows of HTML", "many reference definitions":
			texts[h.name] = []byte(h.make(size))
		}
	}
	for _, f := range []list.Format{list.BibTeX, list.RIS, list.CSL, list.EndNote, list.Zotero, list.IDs, list.Snapshot} {
		texts[f.String()+", 3,000 entries"] = large(f, 3000, 3300)
		one := len(large(f, 1001, 0)) - len(large(f, 1, 0))
		texts[f.String()+", short entries"] = large(f, size*1000/one, 0)
	}
	return texts
}

// BenchmarkPeak tells how many times its size a text of 10 MB takes: at the
// peak, with the garbage that the collector lets stand, and for the entries.
func BenchmarkPeak(b *testing.B) {
	for name, text := range dense(10 << 20) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				peak, kept := peakOf(text)
				b.ReportMetric(float64(peak)/float64(len(text)), "peak/B")
				b.ReportMetric(float64(kept)/float64(len(text)), "kept/B")
			}
		})
	}
}

// peakOf reads a text and gives the largest heap that was seen meanwhile, and
// what is left of it; without the text.
func peakOf(text []byte) (peak, kept uint64) {
	runtime.GC()
	before := heap()
	var done atomic.Bool
	seen := make(chan uint64)
	go func() {
		top := uint64(0)
		for !done.Load() {
			top = max(top, heap())
			time.Sleep(time.Millisecond)
		}
		seen <- top
	}()
	l, err := list.Parse("-", text, list.Auto)
	done.Store(true)
	top := <-seen
	runtime.GC()
	after := heap()
	if err != nil || len(l.Entries) == 0 {
		return 0, 0
	}
	return top - min(top, before), after - min(after, before)
}

func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
