package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"
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
	c.AddCommand(info, prune)
	return c
}

func (s *session) libraryInfo(c *cobra.Command) error {
	lib, err := s.openLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	info, err := lib.Info(c.Context())
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.stdout, "file            %s\nsize            %d bytes\npapers          %d\nwith references %d\noldest fact     %s\nnewest fact     %s\n",
		info.Path, info.Bytes, info.Papers, info.WithReferences, info.Oldest.UTC().Format(time.DateOnly), info.Newest.UTC().Format(time.DateOnly))
	return err
}

func (s *session) libraryPrune(c *cobra.Command, older age) error {
	lib, err := s.openLibrary()
	if err != nil {
		return err
	}
	defer lib.Close()
	n, err := lib.Prune(c.Context(), time.Duration(older))
	if err == nil {
		s.say("forgot %d answers", n)
	}
	return err
}
