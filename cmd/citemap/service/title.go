package service

import (
	"cmp"
	"fmt"
	"strings"
)

// titlesNamed is how many lists a title names.
const titlesNamed = 3

// title gives what to call the lists: their titles, and that of the paper where a
// paper stands for a list. "" without lists.
func (c *Corpus) title() string {
	titles := make([]string, len(c.Read.Lists))
	for i, l := range c.Read.Lists {
		titles[i] = cmp.Or(c.paperTitle(l.Name), l.Title)
	}
	if more := len(titles) - titlesNamed; more > 0 {
		return fmt.Sprintf("%s and %d more lists", strings.Join(titles[:titlesNamed], ", "), more)
	}
	return strings.Join(titles, ", ")
}

// paperTitle gives the title of the paper that stands for a list; "" for a list that
// is a file.
func (c *Corpus) paperTitle(name string) string {
	if _, is := PaperNamed(name); !is {
		return ""
	}
	for _, e := range c.Entries {
		if p := c.Paper(e.Paper); e.File == name && e.Paper != "" && p != nil {
			return p.Title
		}
	}
	return name
}
