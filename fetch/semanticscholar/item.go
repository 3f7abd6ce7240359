package semanticscholar

import (
	"cmp"
	"encoding/json"
	"fmt"

	"citemap/fetch/api"
)

// An item is what stands at a place of a batch's answer: a paper, null for an id
// that is not known, or something else, which words describe.
type item struct {
	paper *wirePaper
	words string
}

// decodeBatch reads an array of papers. One that is malformed spoils itself
// alone, unless none is a paper or null: then the array is not the API's.
func decodeBatch(body []byte) ([]item, error) {
	var raw []json.RawMessage
	if err := api.DecodeExactly(body, '[', &raw); err != nil {
		return nil, err
	}
	items, malformed := make([]item, len(raw)), 0
	for i := range raw {
		if json.Unmarshal(raw[i], &items[i].paper) != nil {
			items[i] = item{words: fmt.Sprintf("%.40q where a paper should be", raw[i])}
			malformed++
		} else if items[i].paper != nil && items[i].paper.nameless() {
			items[i] = item{words: said(raw[i])}
		}
	}
	if malformed > 0 && malformed == len(items) {
		return nil, fmt.Errorf("place 0 of %d: %s", len(items), items[0].words)
	}
	return items, nil
}

// said is what an object says that stands where a paper should be.
func said(raw json.RawMessage) string {
	var refusal struct{ Error, Message api.Loose[string] }
	_ = json.Unmarshal(raw, &refusal)
	return cmp.Or(api.Plain(refusal.Error.Value), api.Plain(refusal.Message.Value), "a paper that has neither id nor title")
}

// ids are those that an item bears, as they are written in a question.
func (i *item) ids() []string {
	if i.paper == nil {
		return nil
	}
	p := i.paper.paper()
	out := []string{string(p.ID)}
	for _, x := range p.IDs {
		if written, ok := askable(x); ok && written != string(p.ID) {
			out = append(out, written)
		}
	}
	return out
}
