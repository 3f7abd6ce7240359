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
	f.Var(&o.From, "from", "what the lists are written in: "+strings.Join(list.FormatNames()[1:], ", "))
	f.StringVar(&o.Library, "library", "", "SQLite `file` of what was fetched (default: in your data folder)")
	f.StringVar(&o.Snapshot, "snapshot", "", "take the corpus from this snapshot `file` and ask nobody")
	f.BoolVar(&o.Offline, "offline", false, "ask the library only")
	f.Var(newDuration(&o.Refresh, 30*Day), "refresh", "ask again about what is remembered for longer than this, as known or as unknown; 0: about everything")
	f.StringVar(&o.APIURL, "api-url", "", "`URL` to use in place of https://api.semanticscholar.org (also CITEMAP_API_URL)")
	f.Float64Var(&o.Rate, "rate", 1, "requests a second")
	f.Var(newDuration(&o.Patience, 10*Minute), "patience", "give up when no answer has come for so long")
	f.IntVar(&o.Budget, "budget", 60, "plan so many requests at most; those put again are not counted")
	f.StringVar(&o.Fallback, "fallback", "openalex,crossref", "whom to ask for reference lists that Semantic Scholar does not know, or none")
	f.Var(&o.Mail, "mail", "your mail `address`: Crossref answers those who give one faster (also CITEMAP_MAIL)")
	f.Var(&o.AsOf, "as-of", "leave out papers published after this `date` (YYYY, YYYY-MM or YYYY-MM-DD)")
	f.StringArrayVar(&o.Exclude, "exclude", nil, "never offer the paper of this `id` (repeatable)")
	f.StringVar(&o.ExcludeFile, "exclude-file", "", "never offer the papers whose ids stand in this `file`, one a line")
	f.StringArrayVar(&o.Without, "without", nil, "take the paper of this `id` out of the corpus (repeatable)")
	s.Flags.DrawTimeout = Minute
	f.Var(&s.Flags.DrawTimeout, "draw-timeout", "give up a drawing that takes longer")
	f.String("config", "", "`file` of settings (default: citemap/config.toml in your config folder; also CITEMAP_CONFIG), or none")
	f.BoolVarP(&s.Console.Quiet, "quiet", "q", false, "say nothing on stderr but errors")
	f.BoolVarP(&s.Console.Verbose, "verbose", "v", false, "log each request on stderr")
	f.BoolVar(&s.Flags.Strict, "strict", false, "exit 3 where an entry has no paper or an answer is missing")
}
