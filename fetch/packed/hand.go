package packed

import (
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
)

// A hand packs and unpacks blocks, one at a time. What it needs for that it makes when it
// first does, and keeps.
type hand struct {
	deflate *flate.Writer
	inflate io.ReadCloser
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

// hands are as many as there are cores.
type hands []hand

func newHands() hands { return make(hands, runtime.GOMAXPROCS(0)) }

// each has the hands do n pieces of work, and comes back when all are done.
func (hs hands) each(n int, do func(h *hand, i int)) {
	var next atomic.Int64
	var work sync.WaitGroup
	for k := range min(len(hs), n) {
		work.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(&hs[k], i)
			}
		})
	}
	work.Wait()
}

// unpack unpacks a block into a text of its length.
func (h *hand) unpack(f Form, packed, text []byte) error {
	if f == Gzip {
		return h.unpackMember(packed, text)
	}
	return h.unpackFrame(packed, text)
}

// pack packs a text as a block.
func (h *hand) pack(f Form, text []byte) []byte {
	if f == Gzip {
		return h.packMember(text)
	}
	return h.packFrame(text)
}
