package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/session"
)

// version is what the build says of itself: a release, or the commit, and
// whether files were changed since.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	revision := built("vcs.revision")
	if len(revision) < 12 {
		return "devel"
	}
	if built("vcs.modified") == "true" {
		return "devel-" + revision[:12] + "-modified"
	}
	return "devel-" + revision[:12]
}

// built is what the build noted under a name, "" where it noted nothing.
func built(name string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == name {
				return s.Value
			}
		}
	}
	return ""
}

func newVersion(s *session.Session) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: session.NoArgument,
		Long:    "Prints the version or commit of this citemap, the version of Go and the platform.",
		Example: "  citemap version\n  citemap --version",
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(s.Stdout, "citemap %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// sourceDate is what SOURCE_DATE_EPOCH says, else when the source was committed
// that this program was built of; 1970 where nobody knows.
func sourceDate() time.Time {
	if seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(seconds, 0).UTC()
	}
	when, err := time.Parse(time.RFC3339, built("vcs.time"))
	if err != nil {
		return time.Unix(0, 0).UTC()
	}
	return when.UTC()
}
