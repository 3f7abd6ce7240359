package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/console"
	"citemap/render"
)

func newLibrary(s *session) *cobra.Command {
	c := &cobra.Command{
		Use:     "library",
		Short:   "What the library on this machine holds",
		Long:    "The library keeps what was fetched, so that nothing is asked twice; docs/sql.md tells how to ask it in SQL.",
		Example: "  citemap library info\n  citemap library prune --older 365d",
		Args:    noArgument,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	info := &cobra.Command{
		Use: "info", Short: "Its file, size, papers and the dates of its facts", Args: noArgument,
		Example: "  citemap library info --library field.db",
		RunE:    func(c *cobra.Command, _ []string) error { return s.libraryInfo(c) },
	}
	older := 365 * day
	prune := &cobra.Command{
		Use: "prune", Short: "Forget what was fetched long ago", Args: noArgument,
		Example: "  citemap library prune --older 2w",
		RunE:    func(c *cobra.Command, _ []string) error { return s.libraryPrune(c, older) },
	}
	prune.Flags().Var(&older, "older", "forget facts older than this")
	check := &cobra.Command{
		Use: "check", Short: "Name the records that cannot be read", Args: noArgument,
		Example: "  citemap library check",
		RunE:    func(c *cobra.Command, _ []string) error { return s.libraryCheck(c) },
	}
	repair := &cobra.Command{
		Use: "repair", Short: "Forget the records that cannot be read, so that they are asked for again", Args: noArgument,
		Example: "  citemap library repair",
		RunE:    func(c *cobra.Command, _ []string) error { return s.libraryRepair(c) },
	}
	c.AddCommand(info, prune, check, repair)
	return c
}

func (s *session) libraryInfo(c *cobra.Command) error {
	lib, err := s.service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	info, err := lib.Info(c.Context())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.stdout, "file            %s\nsize            %d bytes\npapers          %d\nwith references %d\noldest fact     %s\nnewest fact     %s\n",
		render.Clean(info.Path), info.Bytes, info.Papers, info.WithReferences, info.Oldest.UTC().Format(time.DateOnly), info.Newest.UTC().Format(time.DateOnly))
	return err
}

func (s *session) libraryPrune(c *cobra.Command, older age) error {
	lib, err := s.service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	n, err := lib.Prune(c.Context(), time.Duration(older))
	if err == nil {
		s.console.Say("forgot %d answers", n)
	}
	return err
}

// libraryCheck names what cannot be read; that there is any is a failure.
func (s *session) libraryCheck(c *cobra.Command) error {
	lib, err := s.service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	found, err := lib.Check(c.Context())
	if err != nil {
		return err
	}
	for _, what := range found {
		if _, err := fmt.Fprintln(s.stdout, render.Clean(what)); err != nil {
			return err
		}
	}
	if len(found) > 0 {
		return fmt.Errorf("the library is damaged in %d %s: citemap library repair forgets the records that cannot be read, so that they are asked for again", len(found), console.Plural(len(found), "place", "places"))
	}
	s.console.Say("every record can be read")
	return nil
}

func (s *session) libraryRepair(c *cobra.Command) error {
	lib, err := s.service.OpenLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	n, err := lib.Repair(c.Context())
	if err == nil {
		s.console.Say("forgot %d %s that could not be read", n, console.Plural(n, "record", "records"))
	}
	return err
}
