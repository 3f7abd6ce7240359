package evidence

// Weigh looks at a case from all sides; not ok where the citations cannot be
// solved for.
func (c *Case) Weigh() (f *Finding, ok bool) {
	s := newScene(c)
	main, lasting := s.gram(ours), s.gram(long)
	strict, ok1 := s.factorize(main, ours, 1)
	mild, ok2 := s.factorize(main, ours, mildness)
	old, ok3 := s.factorize(lasting, long, 1)
	if !ok1 || !ok2 || !ok3 {
		return nil, false
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
