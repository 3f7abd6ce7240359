package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Notice says that a paper was retracted or corrected after its publication.
type Notice struct {
	Kind NoticeKind
	DOI  string // of the notice; "" where only the fact is known
	Date Date   // of the notice
}

// NoticeKind is what a notice does to its paper, the gravest last.
type NoticeKind uint8

const (
	Correction NoticeKind = iota // part of it was wrong, and is put right
	Concern                      // the editors warn of it
	Retraction                   // it is taken back
)

var noticeKindNames = []string{"correction", "expression of concern", "retraction"}

func (k NoticeKind) String() string { return noticeKindNames[k] }

// MarshalText gives the kind's name.
func (k NoticeKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a kind's name.
func (k *NoticeKind) UnmarshalText(b []byte) error {
	i := slices.Index(noticeKindNames, string(b))
	if i < 0 {
		return fmt.Errorf("unknown kind of notice %q: want one of %s", b, strings.Join(noticeKindNames, ", "))
	}
	*k = NoticeKind(i)
	return nil
}

// String says what became of the paper: "retracted: 10.1000/notice (2024-05)".
func (n *Notice) String() string {
	said := []string{"corrected", "expression of concern", "retracted"}[n.Kind]
	if n.DOI != "" {
		said += ": " + n.DOI
	}
	if !n.Date.IsZero() {
		said += " (" + n.Date.String() + ")"
	}
	return said
}

// Sentence says it as a reason does: "It was retracted (2024-05): the notice is
// DOI:10.1000/notice."
func (n *Notice) Sentence() string {
	said := []string{"A correction of it was published", "Its editors express concern", "It was retracted"}[n.Kind]
	if !n.Date.IsZero() {
		said += " (" + n.Date.String() + ")"
	}
	if n.DOI != "" {
		said += ": the notice is " + ExternalID{Scheme: DOI, Value: n.DOI}.String()
	}
	return said + "."
}

// Retracted reports whether the paper was taken back.
func (p *Paper) Retracted() bool { return p.Notice != nil && p.Notice.Kind == Retraction }

// Graver gives the graver of two notices; of two of one kind the one that says
// more, then the earlier. nil is none.
func Graver(a, b *Notice) *Notice {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	if CompareNotices(a, b) < 0 {
		return b
	}
	return a
}

// CompareNotices orders notices, the gravest last.
func CompareNotices(a, b *Notice) int {
	if a == nil || b == nil {
		return compareTruth(a != nil, b != nil)
	}
	return cmp.Or(
		cmp.Compare(a.Kind, b.Kind), compareTruth(a.DOI != "", b.DOI != ""), compareTruth(!a.Date.IsZero(), !b.Date.IsZero()),
		b.Date.Compare(a.Date), cmp.Compare(b.DOI, a.DOI),
	)
}
