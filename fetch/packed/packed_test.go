package packed

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/klauspost/compress/zstd"
)

var forms = []Form{Gzip, Zstd}

// words is a text of so many bytes that packs as texts do.
func words(n int) []byte {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	var b bytes.Buffer
	for b.Len() < n {
		fmt.Fprintf(&b, "%x citation %d\n", random.Uint64(), random.IntN(100))
	}
	return b.Bytes()[:n]
}

func pack(t testing.TB, f Form, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := NewWriter(&b, f)
	for rest := text; len(rest) > 0; {
		n := min(len(rest), 1+len(rest)/3)
		if _, err := w.Write(rest[:n]); err != nil {
			t.Fatal(err)
		}
		rest = rest[n:]
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unpack(packed []byte) ([]byte, error) {
	r, err := NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// inOnePiece packs a text as programs do that know nothing of blocks.
func inOnePiece(t testing.TB, f Form, text []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&b)
	if f == Zstd {
		w, _ = zstd.NewWriter(&b)
	}
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// elsewhere unpacks as programs do that know nothing of blocks.
func elsewhere(f Form, packed []byte) ([]byte, error) {
	if f == Zstd {
		r, err := zstd.NewReader(bytes.NewReader(packed))
		if err != nil {
			return nil, err
		}
		defer r.Close()
		return io.ReadAll(r)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// TestPacked: what is packed reads as it was, by this package and by others, and at any
// place.
func TestPacked(t *testing.T) {
	for _, f := range forms {
		for _, n := range sizes() {
			text := words(n)
			packed := pack(t, f, text)
			got, err := unpack(packed)
			theirs, wrong := elsewhere(f, packed)
			if err != nil || wrong != nil || !bytes.Equal(got, text) || !bytes.Equal(theirs, text) {
				t.Errorf("%s: of %d bytes %d came back (%v), elsewhere %d (%v)", f, n, len(got), err, len(theirs), wrong)
			}
			if n > 0 {
				checkBlocks(t, packed, text)
			}
			var b bytes.Buffer
			w := NewWriter(&b, f)
			w.Write(text)
			if w.Close(); !bytes.Equal(b.Bytes(), packed) {
				t.Errorf("%s: %d bytes written at once are packed otherwise", f, n)
			}
		}
	}
}

// sizes are of texts about the sizes of blocks, and of more than is worked on at once;
// the race detector, slow as it is, sees these without the largest.
func sizes() []int {
	some := []int{0, 1, 100, gzipText - 1, gzipText, gzipText + 1, zstdText, 3*zstdText + 7}
	if testing.Short() {
		return some
	}
	return append(some, atOnce, 2*atOnce+1)
}

func checkBlocks(t *testing.T, packed, text []byte) {
	t.Helper()
	b := FindBlocks(bytes.NewReader(packed), int64(len(packed)))
	if b == nil || b.Len() != int64(len(text)) {
		t.Fatalf("no blocks were found of %d bytes", len(text))
	}
	if err := iotest.TestReader(io.NewSectionReader(b, 0, b.Len()), text); err != nil {
		t.Error(err)
	}
	if n, err := b.ReadAt(make([]byte, 2), b.Len()-1); n != 1 || !errors.Is(err, io.EOF) {
		t.Errorf("behind the end: %d bytes, %v", n, err)
	}
}

// TestOtherPrograms: what other programs pack is read, in however many pieces.
func TestOtherPrograms(t *testing.T) {
	a, b := words(300_000), words(5_000)
	for _, f := range forms {
		one, other, blocks := inOnePiece(t, f, a), inOnePiece(t, f, b), pack(t, f, b)
		for _, tt := range []struct {
			what   string
			packed []byte
			want   []byte
		}{
			{"one piece", one, a},
			{"two pieces", bytes.Join([][]byte{one, other}, nil), bytes.Join([][]byte{a, b}, nil)},
			{"a piece and blocks", bytes.Join([][]byte{other, blocks}, nil), bytes.Join([][]byte{b, b}, nil)},
			{"blocks and a piece", bytes.Join([][]byte{blocks, one}, nil), bytes.Join([][]byte{b, a}, nil)},
			{"blocks twice", bytes.Join([][]byte{blocks, blocks}, nil), bytes.Join([][]byte{b, b}, nil)},
		} {
			if got, err := unpack(tt.packed); err != nil || !bytes.Equal(got, tt.want) {
				t.Errorf("%s, %s: %d bytes, %v, want %d", f, tt.what, len(got), err, len(tt.want))
			}
			if FindBlocks(bytes.NewReader(tt.packed), int64(len(tt.packed))) != nil && tt.what != "blocks twice" {
				t.Errorf("%s, %s: has blocks", f, tt.what)
			}
		}
		if _, err := unpack(one[:len(one)-5]); err == nil {
			t.Errorf("%s: a piece that was cut off is read", f)
		}
	}
	if got, err := unpack([]byte("plain")); err != nil || string(got) != "plain" {
		t.Errorf("plain text: %q, %v", got, err)
	}
}

// TestCut: a file that was cut off, wherever, is an error that says so.
func TestCut(t *testing.T) {
	text := words(1_200_000)
	for _, f := range forms {
		packed := pack(t, f, text)
		cuts := []int{len(packed) - 1, len(packed) - len(gzipEnd), len(packed) - len(appendSeekTable(nil, make([][2]int, 4)))}
		for at := 8; at < len(packed); at += 14983 {
			cuts = append(cuts, at)
		}
		for _, at := range cuts {
			got, err := unpack(packed[:at])
			if err == nil || !bytes.HasPrefix(text, got) {
				t.Fatalf("%s: cut to %d of %d bytes: %d bytes, %v", f, at, len(packed), len(got), err)
			}
			if at > 100 && !strings.HasPrefix(err.Error(), "the file was cut off") {
				t.Errorf("%s: cut to %d of %d bytes: %v", f, at, len(packed), err)
			}
			if FindBlocks(bytes.NewReader(packed[:at]), int64(at)) != nil {
				t.Errorf("%s: cut to %d of %d bytes: has blocks", f, at, len(packed))
			}
		}
	}
}

// TestDamaged: a byte that is not what it was is an error that names the block, or
// nothing that anybody sees; the text ahead of the block is sound.
func TestDamaged(t *testing.T) {
	text := words(1_200_000)
	for _, f := range forms {
		packed := pack(t, f, text)
		named := 0
		for at := Begins; at < len(packed); at += 9973 {
			damaged := bytes.Clone(packed)
			damaged[at] ^= 0x40
			got, err := unpack(damaged)
			if !bytes.HasPrefix(text, got) || err == nil && len(got) < len(text) {
				t.Fatalf("%s: byte %d: %d bytes, %v", f, at, len(got), err)
			}
			if err != nil && strings.HasPrefix(err.Error(), "the block at byte ") {
				named++
			}
			if b := FindBlocks(bytes.NewReader(damaged), int64(len(damaged))); b != nil {
				again, wrong := io.ReadAll(io.NewSectionReader(b, 0, b.Len()))
				if !bytes.HasPrefix(text, again) || wrong == nil && len(again) < len(text) {
					t.Fatalf("%s: byte %d: %d bytes at places, %v", f, at, len(again), wrong)
				}
			}
		}
		if named < len(packed)/9973/2 {
			t.Errorf("%s: of %d damaged files, %d are said to be so", f, len(packed)/9973, named)
		}
	}
}

// TestHostile: no file takes more memory than its text has, and none grows without end.
func TestHostile(t *testing.T) {
	nothing := make([]byte, 80<<20)
	for _, f := range forms {
		for what, packed := range map[string][]byte{"one piece": inOnePiece(t, f, nothing), "blocks": pack(t, f, nothing)} {
			n, err := 0, error(nil)
			if r, wrong := NewReader(bytes.NewReader(packed)); wrong != nil {
				err = wrong
			} else {
				var m int64
				m, err = io.Copy(io.Discard, r)
				n = int(m)
			}
			if grown := len(nothing) > maxGrowth*max(len(packed), 1<<16); grown != (err != nil) || err != nil && err.Error() != errGrown().Error() {
				t.Errorf("%s in %s: %d bytes of %d, %v", f, what, n, len(packed), err)
			}
		}
	}
	claims := pack(t, Gzip, []byte("text"))
	claims[len(claims)-len(gzipEnd)-1] = 0x7f
	if _, err := unpack(claims); err == nil || !strings.HasPrefix(err.Error(), "the block at byte 0 is damaged") {
		t.Error(err)
	}
	table := pack(t, Zstd, []byte("text"))
	for i := range 4 {
		table[len(table)-seekFoot+i] = 0xff
	}
	if FindBlocks(bytes.NewReader(table), int64(len(table))) != nil {
		t.Error("a table of more frames than there is room for is read")
	}
}

// FuzzReader: what others unpack reads as with them, but for files that were cut off and
// those that grow too large; at places, blocks read as from the beginning.
func FuzzReader(f *testing.F) {
	for _, form := range forms {
		f.Add(pack(f, form, words(70_000)))
		f.Add(pack(f, form, []byte("a")))
		f.Add(inOnePiece(f, form, words(5000)))
		f.Add(append(pack(f, form, []byte("a")), inOnePiece(f, form, []byte("b"))...))
	}
	f.Fuzz(func(t *testing.T, packed []byte) {
		form := Of(packed[:min(len(packed), Begins)])
		if form == Plain || len(packed) > 1<<16 {
			return
		}
		got, err := unpack(packed)
		if theirs, wrong := elsewhere(form, packed); wrong == nil && err == nil && !bytes.Equal(got, theirs) {
			t.Fatalf("%d bytes, elsewhere %d", len(got), len(theirs))
		} else if wrong != nil && err == nil {
			t.Fatalf("%d bytes, elsewhere %v", len(got), wrong)
		}
		b := FindBlocks(bytes.NewReader(packed), int64(len(packed)))
		if b == nil || err != nil {
			return
		}
		if again, err := io.ReadAll(io.NewSectionReader(b, 0, b.Len())); err == nil && !bytes.Equal(got, again) {
			t.Fatalf("%d bytes, at places %d", len(got), len(again))
		}
	})
}

func BenchmarkReader(b *testing.B) {
	text := words(32 << 20)
	for _, f := range forms {
		for what, packed := range map[string][]byte{"piece": inOnePiece(b, f, text), "blocks": pack(b, f, text)} {
			b.Run(f.String()+"/"+what, func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					r, err := NewReader(bytes.NewReader(packed))
					if err != nil {
						b.Fatal(err)
					}
					io.Copy(io.Discard, r)
				}
			})
		}
	}
}
