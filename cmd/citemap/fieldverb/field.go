// Package fieldverb is the verb field: it has fields built of dumps, and says what they are.
package fieldverb

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/session"
	"citemap/cmd/citemap/usage"
	"citemap/fetch/field"
	"citemap/fetch/field/build"
	"citemap/graph"
	"citemap/render"
)

// New makes the verb.
func New(s *session.Session) *cobra.Command {
	c := &cobra.Command{
		Use:     "field",
		Short:   "Build and show fields: all papers of a dump, to be asked without a network",
		Long:    "A field is a folder with all papers and citations of a dump, of Semantic Scholar's datasets or\nof OpenAlex's snapshot of works, in Parquet: docs/fields.md.",
		Example: "  citemap field build s2-dump s2-field\n  citemap field info s2-field",
		Args:    session.NoArgument,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newFieldBuild(s), newFieldInfo(s))
	return c
}

// The engines that build fields.
var engines = []string{"duckdb", "spark"}

func newFieldBuild(s *session.Session) *cobra.Command {
	o := build.Options{}
	c := &cobra.Command{
		Use:   "build DUMP DIR",
		Short: "Build a field of a dump",
		Long: "DUMP is a folder as it was downloaded: with the folders papers, citations and, where wanted,\nabstracts and paper-ids of Semantic Scholar's datasets, or OpenAlex's snapshot with data/works.\n\n" +
			"DuckDB (the program duckdb, on this machine) or Spark (spark-sql, on this machine or a cluster\nthat shares its folders) does the work. Until the field is whole, what there is of it stands in\nDIR.partial; the same command goes on there after a build that was ended.",
		Example: "  citemap field build s2-dump s2-field --release 2025-08-19 --memory 16GB\n  citemap field build s2-dump s2-field --engine spark --master yarn",
		Args:    twoFolders,
		RunE:    func(c *cobra.Command, args []string) error { return buildField(c, s, o, args) },
	}
	c.Flags().StringVar(&o.Engine, "engine", engines[0], "the `engine` that does the work: duckdb or spark")
	session.Complete(c, "engine", engines)
	c.Flags().StringVar(&o.Program, "program", "", "the `program` of the engine, where it is not on the path")
	c.Flags().StringVar(&o.Master, "master", "", "Spark's `master`; all cores of this machine if not given")
	c.Flags().StringVar(&o.Memory, "memory", "4GB", "the `memory` that the engine may use on this machine")
	c.Flags().StringVar(&o.Release, "release", "", "the `release` of the dump, such as 2025-08-19")
	return c
}

func twoFolders(c *cobra.Command, args []string) error {
	if len(args) != 2 {
		return usage.Errorf("%s: want the folder of a dump and the folder of the field to build; see %[1]s --help", c.CommandPath())
	}
	return nil
}

func buildField(c *cobra.Command, s *session.Session, o build.Options, args []string) error {
	switch {
	case !slices.Contains(engines, o.Engine):
		return usage.Errorf("--engine %s: %s", o.Engine, usage.WantOneOf(engines, o.Engine))
	case o.Master != "" && o.Engine != "spark":
		return usage.Errorf("--master is Spark's: want --engine spark")
	case !build.IsMemory(o.Memory):
		return usage.Errorf("--memory %s: want a number and a unit, such as 4GB or 800MB", o.Memory)
	}
	o.Source, o.Dir = args[0], args[1]
	o.Date, _ = graph.ParseDate(o.Release) // which need not be a date
	o.Report = func(step build.Step) { sayStep(s, step) }
	f, err := build.Build(c.Context(), o)
	if err != nil {
		return err
	}
	s.Console.Say("%s: %d papers, %d citations", o.Dir, f.Papers, f.Citations)
	for _, d := range f.Dropped {
		if d.Rows > 0 {
			s.Console.Say("  left out, %s: %d", d.What, d.Rows)
		}
	}
	return nil
}

func sayStep(s *session.Session, step build.Step) {
	switch {
	case step.Kept:
		s.Console.Say("%2d/%d %s: done by an earlier run", step.Number, step.Of, step.Says)
	case step.Done:
		s.Console.Say("%2d/%d %s: %s", step.Number, step.Of, step.Says, step.Took.Round(100*time.Millisecond))
	case s.Console.LineWidth() > 0:
		s.Console.Show(fmt.Sprintf("%2d/%d %s ...", step.Number, step.Of, step.Says))
	}
}

func newFieldInfo(s *session.Session) *cobra.Command {
	format := ""
	c := &cobra.Command{
		Use: "info DIR", Short: "Show what a field is made of", Args: oneFolder,
		Example: "  citemap field info s2-field\n  citemap field info s2-field --format json",
		RunE:    func(c *cobra.Command, args []string) error { return fieldInfo(s, args[0], format) },
	}
	c.Flags().StringVar(&format, "format", "", "output `format`: table, json")
	session.Complete(c, "format", session.Summaries)
	return c
}

func oneFolder(c *cobra.Command, args []string) error {
	if len(args) != 1 {
		return usage.Errorf("%s: want the folder of a field; see %[1]s --help", c.CommandPath())
	}
	return nil
}

// fieldInfo shows the facts that a field states of itself.
func fieldInfo(s *session.Session, dir, format string) error {
	format, err := session.ChooseFormat(format, "", session.Summaries)
	if err != nil {
		return err
	}
	h, err := field.ReadHeader(dir)
	if err != nil {
		return err
	}
	return s.Deliver("", func(w io.Writer) error {
		if format == "json" {
			return whole(w, dir)
		}
		_, err := fmt.Fprintf(w, "source    %s\nrelease   %s\nlicence   %s\nbuilt by  %s\npapers    %d\ncitations %d\nids       %d\n",
			render.Clean(h.Source), render.Clean(cmp.Or(h.Release, "not said")), render.Clean(h.Licence), render.Clean(h.Engine), h.Papers, h.Citations, h.IDs)
		for _, d := range h.Dropped {
			if d.Rows > 0 && err == nil {
				_, err = fmt.Fprintf(w, "left out  %d %s\n", d.Rows, render.Clean(d.What))
			}
		}
		return err
	})
}

// whole writes what a field says of itself as it stands there.
func whole(w io.Writer, dir string) error {
	text, err := os.ReadFile(filepath.Join(dir, field.HeaderName))
	if err == nil {
		_, err = w.Write(text)
	}
	return err
}
