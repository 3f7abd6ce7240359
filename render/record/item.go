package record

import (
	"fmt"
	"strings"
)

// An Item is an item of the PRISMA-S checklist, by its number.
type Item int

// The items that a citation search can answer for itself.
const (
	Database       Item = 1
	MultiDatabase  Item = 2
	CitationSearch Item = 5
	FullStrategy   Item = 8
	Limits         Item = 9
	Filters        Item = 10
	Updates        Item = 12
	Dates          Item = 13
	TotalRecords   Item = 15
	Deduplication  Item = 16
	numberOfItems       = 16
)

var itemNames = [numberOfItems + 1]string{
	1: "database name", 2: "multi-database searching", 3: "study registries", 4: "online resources and browsing",
	5: "citation searching", 6: "contacts", 7: "other methods", 8: "full search strategies", 9: "limits and restrictions",
	10: "search filters", 11: "prior work", 12: "updates", 13: "dates of searches", 14: "peer review", 15: "total records", 16: "deduplication",
}

func (i Item) String() string { return fmt.Sprintf("%d %s", int(i), itemNames[i]) }

// Names gives items with their names: "5 citation searching, 15 total records".
func Names(items []Item) string {
	var out []string
	for _, i := range items {
		out = append(out, i.String())
	}
	return strings.Join(out, ", ")
}

// Numbers gives items by their numbers: "5, 15".
func Numbers(items []Item) string {
	var out []string
	for _, i := range items {
		out = append(out, fmt.Sprint(int(i)))
	}
	return strings.Join(out, ", ")
}
