package dates

import (
	"testing"

	"citemap/graph"
)

func shown(d graph.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// TestDates reads what people write as dates, each in all the ways of looking for
// one: as the whole text, in a line, and among words.
func TestDates(t *testing.T) {
	for _, test := range []struct{ text, whole, line, among string }{
		{"2017-06-12", "2017-06-12", "2017-06-12", ""},
		{"Jun. 2017", "2017-06", "2017-06", "2017"},
		{"Sept 2017", "2017-09", "2017-09", "2017"},
		{"June 12, 2017", "2017-06-12", "2017-06-12", "2017"},
		{"06/2017", "2017-06", "2017-06", ""},
		{"(2017)", "2017", "2017", "2017"},
		{"2217", "", "", ""},
		{"Fine Nets (NeurIPS 2017)", "", "2017", "2017"},
		{"Fine Nets, ICCV'15", "", "2015", "2015"},
		{"Fine Nets, AAAI-16", "", "2016", "2016"},
		{"Fine Nets. arXiv 2023.05", "", "2023-05", "2023-05"},
		{"TKDD2021", "", "2021", "2021"},
		{"ICML 28(2013): 1139", "", "2013", ""},
		{"The 2016 system of old", "", "", "2016"},
		{"since 2016", "", "", "2016"},
		{"version 3 of 12", "", "", ""},
		{"", "", "", ""},
	} {
		if got := shown(Whole(test.text)); got != test.whole {
			t.Errorf("Whole(%q) is %q, want %q", test.text, got, test.whole)
		}
		if got := shown(In(test.text)); got != test.line {
			t.Errorf("In(%q) is %q, want %q", test.text, got, test.line)
		}
		if got := shown(YearIn(test.text)); got != test.among {
			t.Errorf("YearIn(%q) is %q, want %q", test.text, got, test.among)
		}
	}
}

func TestDatesOfCitations(t *testing.T) {
	for text, want := range map[string]string{
		"Love, A. (2020, March 3). ": "2020-03-03",
		"Love, A. (2020, March). ":   "2020-03",
		"Love, A. (2020a). ":         "",
		"Love, A. (2020). ":          "2020",
	} {
		if got := shown(DayIn(text)); got != want {
			t.Errorf("DayIn(%q) is %q, want %q", text, got, want)
		}
	}
	for text, want := range map[string]string{
		"Nature. 2015;521(7553):436": "2015",
		"Nature 2021 Jul 15; 596":    "2021",
		"pages 2015; 3":              "2015",
		"Nature 521 (2015)":          "",
	} {
		if got := shown(YearOfIssue(text)); got != want {
			t.Errorf("YearOfIssue(%q) is %q, want %q", text, got, want)
		}
	}
}

// TestLayouts holds that a date is written as the one beside it is.
func TestLayouts(t *testing.T) {
	day := graph.Date{Year: 2017, Month: 6, Day: 12}
	for like, want := range map[string]string{
		"2020-01-31": "2017-06-12", "31 Jan 2020": "12 Jun 2017", "January 31, 2020": "June 12, 2017",
		"2020/01": "2017/06", "2020": "2017", "no date": "2017-06-12",
	} {
		if got := InLayout(day, LayoutOf(like)); got != want {
			t.Errorf("like %q it is %q, want %q", like, got, want)
		}
	}
	if got := InLayout(graph.Date{Year: 2017}, LayoutOf("31 Jan 2020")); got != "2017" {
		t.Errorf("a year alone is written %q", got)
	}
}
