package apitest

import "slices"

// Requests is how many requests came.
func (s *Server) Requests() int {
	s.log.mu.Lock()
	defer s.log.mu.Unlock()
	return len(s.log.list)
}

// Log gives the calls in the order in which they came. One that is still being
// answered is a zero Call.
func (s *Server) Log() []Call {
	s.log.mu.Lock()
	defer s.log.mu.Unlock()
	return slices.Clone(s.log.list)
}

// Repeated gives what was asked and answered whole more than once, with the
// same fields: an id, title or page a line, each once, sorted. An id is the
// same where it is written the same, but for case.
func (s *Server) Repeated() []string {
	_, facts := s.repeats()
	return facts
}

// Repeats gives the calls that were answered whole though some of what they
// asked had been answered whole before, with the same fields.
func (s *Server) Repeats() []Call {
	calls, _ := s.repeats()
	return calls
}

func (s *Server) repeats() (again []Call, facts []string) {
	met := map[string]bool{}
	for _, c := range s.Log() {
		if !c.answers() {
			continue
		}
		before := len(facts)
		for _, fact := range c.facts() {
			if met[fact] {
				facts = append(facts, fact)
			}
			met[fact] = true
		}
		if len(facts) > before {
			again = append(again, c)
		}
	}
	slices.Sort(facts)
	return again, slices.Compact(facts)
}
