package library

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"citemap/fetch"
	"citemap/fetch/library/record"
	"citemap/graph"
)

// An encoded answer is a found answer as the library keeps it: the paper as a
// line of a snapshot, and the papers around it as the numbers of facts, so
// that what many answers tell of one paper is kept once.
type encoded struct {
	paper  string // key of the PaperID
	kind   fetch.Facts
	asked  int64
	state  graph.State
	record []byte
	around []byte // JSON array of the numbers of facts
	facts  []fact
	names  []string // keys of everything the paper is known under
}

// A fact is what an answer told of another paper.
type fact struct {
	number int64 // made of the record
	paper  graph.Paper
	record []byte
}

// An encoder encodes the answers of one call. It remembers facts, since a paper
// that many cite is told of many times.
type encoder struct {
	facts map[int64]fact // by the number of the record as it was told
}

func newEncoder() *encoder { return &encoder{map[int64]fact{}} }

// encode encodes an answer and gives it back as it will be read again, so that an
// answer is the same whether it was just fetched or is kept since long.
func (k *encoder) encode(a fetch.Answer, facts fetch.Facts) (*encoded, fetch.Answer, error) {
	out := fetch.Answer{Outcome: fetch.Found, When: instant(a.When.UnixNano())}
	p := &encoded{asked: a.When.UnixNano(), kind: max(facts, fetch.Own)}
	var err error
	if out.Paper, p.record, err = asRead(&a.Paper); err != nil {
		return nil, a, err
	}
	numbers := []int64{}
	for i := range a.Around {
		if a.Around[i].ID == "" {
			continue // a paper that cannot be told from others says nothing
		}
		f, err := k.fact(&a.Around[i])
		if err != nil {
			return nil, a, err
		}
		p.facts = append(p.facts, f)
		numbers = append(numbers, f.number)
		out.Around = append(out.Around, f.paper)
	}
	p.paper, p.state, p.names = key(string(out.Paper.ID)), out.Paper.References.State, names(&out.Paper)
	p.around, err = json.Marshal(numbers)
	return p, out, err
}

func (k *encoder) fact(p *graph.Paper) (fact, error) {
	line, err := record.Encode(p)
	if err != nil {
		return fact{}, err
	}
	number := factNumber(line)
	f, again := k.facts[number]
	if !again {
		if f.paper, f.record, err = asRead(p); err != nil {
			return fact{}, err
		}
		f.number = factNumber(f.record)
		k.facts[number] = f
	}
	return f, nil
}

// asRead gives the record of a paper, and the paper as it reads.
func asRead(p *graph.Paper) (graph.Paper, []byte, error) {
	line, err := record.Encode(p)
	if err != nil {
		return graph.Paper{}, nil, err
	}
	read, err := record.Decode(line)
	if err != nil {
		return read, nil, fmt.Errorf("keep paper %s: %w", p.ID, err)
	}
	// What was cleaned on reading is kept clean.
	line, err = record.Encode(&read)
	return read, line, err
}

// factNumber makes a number of a record: the first 63 bits of its SHA-256.
// Among ten million facts two share one with a chance of 1 in 100,000.
func factNumber(record []byte) int64 {
	sum := sha256.Sum256(record)
	return int64(binary.BigEndian.Uint64(sum[:8]) >> 1)
}

// isFact reports whether a record is that of the number.
func isFact(n int64, record []byte) bool { return factNumber(record) == n }

func instant(nanoseconds int64) time.Time { return time.Unix(0, nanoseconds).UTC() }
