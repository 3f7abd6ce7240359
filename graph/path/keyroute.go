package path

import "slices"

// A KeyRoute is the main path that leads over a given citation.
type KeyRoute struct {
	Key Counted
	MainPath
}

// KeyRoutes gives the key-route main paths: for each of the k citations of the
// highest counts, the heaviest first, the search path that a search finds when
// it goes on from the citation both ways (Liu and Lu 2012,
// doi:10.1002/asi.21692). So every one of them is on a path, which a search
// from one end does not promise. Paths often share most of their
// citations.
func (s *SPC) KeyRoutes(k int, by Search) []KeyRoute {
	keys := s.Heaviest(k)
	if len(keys) == 0 {
		return nil
	}
	forward, back := s.forward(by), s.back(by)
	routes := make([]KeyRoute, len(keys))
	for i, key := range keys {
		older, tied := back.walk(key.Cited)
		newer, more := forward.walk(key.Citing)
		slices.Reverse(older)
		routes[i] = KeyRoute{key, MainPath{append(older, newer...), tied + more}}
	}
	return routes
}
