package field

import (
	"container/list"
	"sync"

	"citemap/fetch/field/sheet"
)

// A cache keeps what was decoded last, within a bound.
type cache[V any] struct {
	most int // of all weights together

	mu     sync.Mutex
	weight int
	order  *list.List // of *kept, the last used first
	kept   map[stretch]*list.Element
}

// A stretch is a column of a row group.
type stretch struct {
	group  *sheet.Group
	column string
}

type kept[V any] struct {
	stretch
	weight int
	once   sync.Once
	value  V
	err    error
}

func newCache[V any](most int) *cache[V] {
	return &cache[V]{most: most, order: list.New(), kept: map[stretch]*list.Element{}}
}

// of gives what make makes of a stretch, which weighs so much. Two who ask for it at
// once wait for one of them to make it.
func (c *cache[V]) of(p stretch, weight int, make func() (V, error)) (V, error) {
	k := c.entry(p, weight)
	k.once.Do(func() { k.value, k.err = make() })
	return k.value, k.err
}

func (c *cache[V]) entry(p stretch, weight int) *kept[V] {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, there := c.kept[p]; there {
		c.order.MoveToFront(e)
		return e.Value.(*kept[V])
	}
	k := &kept[V]{stretch: p, weight: weight}
	c.kept[p] = c.order.PushFront(k)
	for c.weight += weight; c.weight > c.most && c.order.Len() > 1; {
		last := c.order.Back()
		gone := c.order.Remove(last).(*kept[V])
		delete(c.kept, gone.stretch)
		c.weight -= gone.weight
	}
	return k
}
