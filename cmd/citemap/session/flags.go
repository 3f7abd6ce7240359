package session

import (
	"strings"

	"github.com/spf13/cobra"

	"citemap/cmd/citemap/service"
	"citemap/fetch/list"
)

// Flags are those that mean the same for every verb; quiet and verbose are the
// console's.
type Flags struct {
	Service     service.Options
	DrawTimeout Duration
	Strict      bool
}

// AddFlags gives all verbs the flags that they share.
func AddFlags(root *cobra.Command, s *Session) {
	root.SetFlagErrorFunc(flagError)
	f, o := root.PersistentFlags(), &s.Flags.Service
	f.Var(&o.From, "from", "`format` of the lists: "+strings.Join(list.FormatNames()[1:], ", "))
	f.StringVar(&o.Library, "library", "", "SQLite `file` that keeps what was fetched (default: in your data folder)")
	f.StringVar(&o.Snapshot, "snapshot", "", "read all papers from this snapshot `file`; no network")
	f.StringVar(&o.Field, "field", "", "read papers from this field, a `folder` that citemap field build made")
	f.BoolVar(&o.Offline, "offline", false, "use only the library; no network")
	f.Var(newDuration(&o.Refresh, 30*Day), "refresh", "fetch again what was fetched longer ago than this; 0: everything")
	f.StringVar(&o.APIURL, "api-url", "", "`URL` of the API to use instead of https://api.semanticscholar.org (also CITEMAP_API_URL)")
	f.Float64Var(&o.Rate, "rate", 1, "send at most this many requests per second")
	f.Var(newDuration(&o.Patience, 10*Minute), "patience", "give up after this long without an answer")
	f.IntVar(&o.Budget, "budget", 60, "plan at most this many requests; retries are not counted")
	f.StringVar(&o.Fallback, "fallback", "openalex,crossref", "`sources` to ask for reference lists that Semantic Scholar lacks, or none")
	f.Var(&o.Mail, "mail", "your email `address`, for faster answers from Crossref (also CITEMAP_MAIL)")
	f.Var(&o.AsOf, "as-of", "leave out papers published after this `date` (YYYY, YYYY-MM or YYYY-MM-DD)")
	f.StringArrayVar(&o.Exclude, "exclude", nil, "never show the paper with this `id` as a gap (repeatable)")
	f.StringVar(&o.ExcludeFile, "exclude-file", "", "never show the papers in this `file` as gaps; one id per line")
	f.StringArrayVar(&o.Without, "without", nil, "remove the paper with this `id` from the corpus (repeatable)")
	s.Flags.DrawTimeout = Minute
	f.Var(&s.Flags.DrawTimeout, "draw-timeout", "give up drawing after this long")
	f.String("config", "", "settings `file`, or none (default: citemap/config.toml in your config folder; also CITEMAP_CONFIG)")
	f.BoolVarP(&s.Console.Quiet, "quiet", "q", false, "print nothing but errors on stderr")
	f.BoolVarP(&s.Console.Verbose, "verbose", "v", false, "print more detail, and log each request on stderr")
	f.BoolVar(&s.Flags.Strict, "strict", false, "exit with status 3 if an entry has no paper or an answer is missing")
}
