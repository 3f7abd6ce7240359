package fetch

import "context"

// A memory keeps what sources recalled while the stages ahead were planned, so
// that the run itself need not have it read and decoded again. What is taken out
// is forgotten.
type memory map[recollection]Answer

type recollection struct {
	source string
	facts  Facts
	about  string
}

func (s *step) recollection(i int) recollection {
	return recollection{s.source.Provenance().Name, s.facts, s.about[i].ID.String() + "\n" + s.about[i].Title}
}

// keep notes the answers to a step that need not be asked for.
func (m memory) keep(s *step, answers []Answer) {
	for i := range answers {
		if answers[i].Outcome != Unasked {
			m[s.recollection(i)] = answers[i]
		}
	}
}

// recall answers a step without a request, out of memory as far as that goes.
func (m memory) recall(ctx context.Context, s *step) ([]Answer, error) {
	answers := make([]Answer, len(s.about))
	var rest []int
	for i := range s.about {
		r := s.recollection(i)
		if a, kept := m[r]; kept {
			answers[i] = a
			delete(m, r)
			continue
		}
		rest = append(rest, i)
	}
	if len(rest) == 0 {
		return answers, nil
	}
	found, err := s.source.Recall(ctx, s.facts, pick(s.about, rest))
	for k, a := range found {
		answers[rest[k]] = a
	}
	return answers, err
}
