package html

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"citemap/graph"
	"citemap/graph/study"
)

// The measures of the chart of reference years, in units of its own.
const (
	chartWidth, chartHeight = 1100.0, 190.0
	chartLeft, chartTop     = 40.0, 14.0
	chartBottom             = 26.0 // for the years
	peaksShown              = 5
	fewestReferences        = 10
	tickRoom                = 60.0 // units that a year's number needs
)

// A spectrum is the chart of the years of the references.
type spectrum struct {
	About         string
	Width, Height string
	Base          string // where the bars stand
	Left, Right   string
	Bars          []bar
	Line          string // the deviations from the median, as points
	Top           string // references of the highest bar
	Ticks         []tick
	Peaks         []peak
}

// A bar is a year of it.
type bar struct {
	X, Y, Width, Height string
	Means               string
	Peak                bool
}

// A tick is a year below it.
type tick struct {
	X    string
	Year int
}

// A peak is a year that stands out.
type peak struct {
	node  graph.Node
	Year  int
	Means string // up to the paper that most of them lead to
	Paper paper
}

// newSpectrum draws the years of the references; nil where they are of fewer than
// three years, or too few to stand out.
func newSpectrum(f *study.Findings) *spectrum {
	years := f.ReferenceYears()
	references := 0
	for _, y := range years {
		references += y.References
	}
	if len(years) < 3 || references < fewestReferences {
		return nil
	}
	peaks := study.Peaks(years, peaksShown)
	years, older := recent(years, peaks)
	s := &spectrum{About: spectrumAbout(f) + older, Width: decimal(chartWidth), Height: decimal(chartHeight), Left: decimal(chartLeft), Right: decimal(chartWidth)}
	most := 1
	for _, y := range years {
		most = max(most, y.References)
	}
	s.Top = number(most)
	s.draw(years, most)
	for _, y := range peaks {
		means := fmt.Sprintf("%s, %s above the years around it; %s to", plural(y.References, "reference"), number(y.Deviation), number(y.Times))
		s.Peaks = append(s.Peaks, peak{node: y.Most, Year: y.Year, Means: means})
		for i := range s.Bars {
			s.Bars[i].Peak = s.Bars[i].Peak || years[i].Year == y.Year
		}
	}
	return s
}

func spectrumAbout(f *study.Findings) string {
	whose := "the listed papers"
	if len(f.Graph.Listed()) == 0 {
		whose = "all papers of the corpus"
	}
	return "How many references of " + whose + " lead to papers of each year (bars), and by how many a year stands above the median of the five around it (line). Years that stand out hold what the others build on."
}

// seldom is which share of the references may lead to papers older than the chart's
// first year: a long thin tail leaves no room for the rest.
const seldom = 0.03

// recent leaves out the years before which few references lead, up to the first that
// stands out, and says so.
func recent(years, peaks []study.ReferenceYear) (kept []study.ReferenceYear, older string) {
	total, before := 0, 0
	for _, y := range years {
		total += y.References
	}
	for i, y := range years {
		if float64(before+y.References) > seldom*float64(total) || i == len(years)-3 || len(peaks) > 0 && y.Year == peaks[0].Year {
			years = years[i:]
			break
		}
		before += y.References
	}
	if before == 0 {
		return years, ""
	}
	return years, fmt.Sprintf(" To papers before %d lead %s, which are not drawn.", years[0].Year, plural(before, "reference"))
}

// draw places bars, line and ticks.
func (s *spectrum) draw(years []study.ReferenceYear, most int) {
	step := (chartWidth - chartLeft) / float64(len(years))
	base := chartHeight - chartBottom
	scale := (base - chartTop) / float64(most)
	s.Base = decimal(base)
	var line []string
	every := tickEvery(step)
	for i, y := range years {
		x, height := chartLeft+float64(i)*step, scale*float64(y.References)
		s.Bars = append(s.Bars, bar{
			X: decimal(x + step*.12), Y: decimal(base - height), Width: decimal(step * .76), Height: decimal(height),
			Means: fmt.Sprintf("%d: %s", y.Year, plural(y.References, "reference")),
		})
		line = append(line, decimal(x+step/2)+","+decimal(base-scale*math.Max(0, float64(y.Deviation))))
		if y.Year%every == 0 {
			s.Ticks = append(s.Ticks, tick{decimal(x + step/2), y.Year})
		}
	}
	s.Line = strings.Join(line, " ")
}

// tickEvery gives how many years apart numbers can stand below years of a width.
func tickEvery(step float64) int {
	for _, every := range []int{1, 2, 5, 10, 20} {
		if float64(every)*step >= tickRoom {
			return every
		}
	}
	return 50
}

// decimal writes a measure of a drawing.
func decimal(x float64) string {
	return strconv.FormatFloat(math.Round(100*x)/100, 'f', -1, 64)
}
