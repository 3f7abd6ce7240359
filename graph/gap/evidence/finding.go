package evidence

// manyItems is from how many listed papers and candidates on a system takes
// seconds, and is solved from one side only: a list so long says enough.
const manyItems = 1500

// Weigh looks at a case from all sides; not ok where the citations cannot be
// solved for.
func (c *Case) Weigh() (f *Finding, ok bool) {
	s := newScene(c)
	main := s.gram(ours)
	strict, ok := s.factorize(main, ours, 1)
	if !ok {
		return nil, false
	}
	mild, old := strict, strict
	if len(s.items) <= manyItems {
		var solved bool
		mild, ok = s.factorize(main, ours, mildness)
		old, solved = s.factorize(s.gram(long), long, 1)
		if !ok || !solved {
			return nil, false
		}
	}
	f = &Finding{}
	var among []float64
	f.Contributions, among = strict.contributions()
	f.Explained = sums(f.Contributions)
	f.Recalled = recalled(among, f.Explained)
	r := &reading{scene: s, Finding: f, mild: mild.explained(), lasting: old.explained()}
	f.Signs = r.signs()
	return f, true
}

// Published scores the candidates by the recipe published with its oracle:
//
//	0.7 log(Near + 1e-4) + 0.7 log(Walk + 1e-4) + 2 log(max(E,0)/max E + 0.03)
//
// where E is Explained.
func (c *Case) Published() (scores []float64, f *Finding, ok bool) {
	s := newScene(c)
	solved, ok := s.factorize(s.gram(published), published, 1)
	if !ok {
		return nil, nil, false
	}
	f = &Finding{}
	f.Contributions, _ = solved.contributions()
	f.Explained = sums(f.Contributions)
	return c.formula(f.Explained, 2, 0.03), f, true
}
