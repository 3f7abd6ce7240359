package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/console"
	"citemap/cmd/citemap/session"
	"citemap/render"
)

func newLibrary(s *session.Session) *cobra.Command {
	c := &cobra.Command{
		Use:     "library",
		Short:   "Show and maintain the library of fetched papers",
		Long:    "The library keeps what was fetched, so that nothing is fetched twice; docs/sql.md shows how to query it in SQL.",
		Example: "  citemap library info\n  citemap library prune --older 365d",
		Args:    session.NoArgument,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	info := &cobra.Command{
		Use: "info", Short: "Show its file, size, number of papers and dates", Args: session.NoArgument,
		Example: "  citemap library info --library field.db",
		RunE:    func(c *cobra.Command, _ []string) error { return libraryInfo(c, s) },
	}
	older := 365 * session.Day
	prune := &cobra.Command{
		Use: "prune", Short: "Delete what was fetched long ago", Args: session.NoArgument,
		Example: "  citemap library prune --older 2w",
		RunE:    func(c *cobra.Command, _ []string) error { return libraryPrune(c, s, older) },
	}
	prune.Flags().Var(&older, "older", "delete what was fetched longer ago than this")
	check := &cobra.Command{
		Use: "check", Short: "List the records that cannot be read", Args: session.NoArgument,
		Example: "  citemap library check",
		RunE:    func(c *cobra.Command, _ []string) error { return libraryCheck(c, s) },
	}
	repair := &cobra.Command{
		Use: "repair", Short: "Delete the records that cannot be read, so that they are fetched again", Args: session.NoArgument,
		Example: "  citemap library repair",
		RunE:    func(c *cobra.Command, _ []string) error { return libraryRepair(c, s) },
	}
	c.AddCommand(info, prune, check, repair)
	return c
}

func libraryInfo(c *cobra.Command, s *session.Session) error {
	lib, err := s.Service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	info, err := lib.Info(c.Context())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.Stdout, "file            %s\nsize            %d bytes\npapers          %d\nwith references %d\nfetched from    %s\nfetched until   %s\n",
		render.Clean(info.Path), info.Bytes, info.Papers, info.WithReferences, day(info.Oldest), day(info.Newest))
	return err
}

// day is a day in UTC; a library that holds nothing has none.
func day(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.UTC().Format(time.DateOnly)
}

func libraryPrune(c *cobra.Command, s *session.Session, older session.Duration) error {
	lib, err := s.Service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	n, err := lib.Prune(c.Context(), time.Duration(older))
	if err == nil {
		s.Console.Say("deleted %d answers", n)
	}
	return err
}

// libraryCheck names what cannot be read; that there is any is a failure.
func libraryCheck(c *cobra.Command, s *session.Session) error {
	lib, err := s.Service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	found, err := lib.Check(c.Context())
	if err != nil {
		return err
	}
	for _, what := range found {
		if _, err := fmt.Fprintln(s.Stdout, render.Clean(what)); err != nil {
			return err
		}
	}
	if len(found) > 0 {
		return fmt.Errorf("the library is damaged in %d %s: citemap library repair deletes the records that cannot be read, so that they are fetched again", len(found), console.Plural(len(found), "place", "places"))
	}
	s.Console.Say("every record can be read")
	return nil
}

func libraryRepair(c *cobra.Command, s *session.Session) error {
	lib, err := s.Service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	n, err := lib.Repair(c.Context())
	if err == nil {
		s.Console.Say("deleted %d %s that could not be read", n, console.Plural(n, "record", "records"))
	}
	return err
}
